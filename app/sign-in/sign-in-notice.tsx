import type { ReactNode } from "react";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { parseSignInRefusal, signInRefusalWords } from "@/server/vocabulary/sign-in-refusal";

/** How the last attempt to come or go ended, as the address of the page says it. */
export interface SignInOutcome {
  readonly refused: string | undefined;
  readonly error: string | undefined;
  readonly signedOut: string | undefined;
}

/** Says why somebody is here again, and what to do about it. */
export function SignInNotice({ refused, error, signedOut }: SignInOutcome): ReactNode {
  const refusal = parseSignInRefusal(refused);
  if (refusal !== undefined) {
    const { title, whatToDo } = signInRefusalWords[refusal];
    return (
      <NotificationBanner tone="problem" title={title}>
        <p>{whatToDo}</p>
      </NotificationBanner>
    );
  }
  if (error !== undefined) {
    return (
      <NotificationBanner tone="problem" title="You are not signed in">
        <p>The sign-in was stopped or took too long. Try again.</p>
      </NotificationBanner>
    );
  }
  if (signedOut === "here") {
    return (
      <NotificationBanner tone="problem" title="You are signed out on this device only">
        <p>Lantern could not end your session everywhere. Sign in and out again when it is back.</p>
      </NotificationBanner>
    );
  }
  if (signedOut !== undefined) {
    return (
      <NotificationBanner tone="success" title="You are signed out">
        <p>If this device is shared, close the browser too.</p>
      </NotificationBanner>
    );
  }
  return null;
}
