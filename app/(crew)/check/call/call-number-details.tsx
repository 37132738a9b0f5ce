"use client";

import type { ReactElement } from "react";
import type { Call } from "./use-call";
import { CallNumberPart } from "@/app/(crew)/check/later-parts";
import { DetailsLater } from "@/app/_ui/details-later";

/** Under which number a call is, before anything was asked on it, and the form to say it. */
export function CallNumberDetails({ call }: { readonly call: Call }): ReactElement | null {
  if (call.isUsed) return null;
  return (
    <DetailsLater
      summary={
        call.callNumber === undefined ? "Colleagues on the same call?" : `Call-out number ${call.callNumber}`
      }
    >
      {() => <CallNumberPart call={call} />}
    </DetailsLater>
  );
}
