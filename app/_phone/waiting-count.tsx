"use client";

import type { ReactElement } from "react";
import { useWaiting } from "@/app/_pwa/waiting/use-waiting";

/** In the head of every page: how many questions wait, and that an answer is there. Never about whom. */
export function WaitingCount(): ReactElement | null {
  const { questions, answers } = useWaiting();
  const waiting = questions.filter(({ state }) => state === "waiting").length;
  if (waiting === 0 && answers.length === 0) return null;
  return (
    // A plain link: where there is no signal, the page for that has the same list.
    <a className="app-header__waiting" href="/check" role="status">
      {answers.length > 0 ? "An answer is there" : `${String(waiting)} waiting`}
    </a>
  );
}
