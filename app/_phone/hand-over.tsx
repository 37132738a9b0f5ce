"use client";

import type { ReactElement } from "react";
import { ControlButton } from "./control-button";
import { useWaiting } from "@/app/_pwa/waiting/use-waiting";

/** The way to the control room for one question, while it waits. */
export function HandOver({ requestId }: { readonly requestId: string }): ReactElement | null {
  const { questions } = useWaiting();
  const question = questions.find((waiting) => waiting.requestId === requestId);
  return question === undefined ? null : <ControlButton question={question} />;
}
