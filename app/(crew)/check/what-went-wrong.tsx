import type { ReactElement } from "react";
import type { Failure } from "./explain-failure";
import { NotificationBanner } from "@/app/_ui/notification-banner";

/** A refusal, with the way on. */
export function WhatWentWrong({ failure }: { readonly failure: Failure }): ReactElement {
  return (
    <NotificationBanner tone="problem" title="Nothing was checked">
      <p>{failure.message}</p>
      {failure.remedy === "sign-in" && <a href="/sign-in?next=/check">Sign in again</a>}
    </NotificationBanner>
  );
}
