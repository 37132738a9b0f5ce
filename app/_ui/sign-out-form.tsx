"use client";

import type { ReactElement, SubmitEvent } from "react";
import { pageMarker } from "@/app/_pwa/phone/page-marker";
import { signOutHere } from "@/app/_pwa/phone/phone-session";

export interface SignOut {
  /** A URL that takes a POST. */
  readonly action: string;
}

/**
 * Signs out with a form post, so that it works without script and cannot be triggered by a link. With script the phone
 * is emptied first, which also works without a connection.
 */
export function SignOutForm({ action }: SignOut): ReactElement {
  function leave(event: SubmitEvent<HTMLFormElement>): void {
    const marker = pageMarker();
    if (marker === undefined) return;
    event.preventDefault();
    const form = event.currentTarget;
    // The lock screen takes over: it tells the service. A phone without storage has nothing to empty.
    signOutHere(marker).catch(() => {
      form.submit();
    });
  }

  return (
    <form action={action} method="post" onSubmit={leave}>
      <button className="app-header__sign-out" type="submit">
        Sign out
      </button>
    </form>
  );
}
