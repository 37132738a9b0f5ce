"use client";

import { useActionState, useEffect, useRef, type ReactElement } from "react";
import { issueCalendar, revokeCalendar } from "./manage-calendar";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** Makes the secret address of one's own calendar, shows it this once, and ends it. */
export function CalendarAddress({ since }: { readonly since: Date | null }): ReactElement {
  const [{ address, problem }, issue, isSending] = useActionState(issueCalendar, {});
  const [ending, revoke, isEnding] = useActionState(revokeCalendar, {});
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (address !== undefined) box.current?.focus();
  }, [address]);
  const wrong = problem ?? ending.problem;

  return (
    <>
      <p>
        Your calendar program can show your shifts of the next 60 days. It fetches them from a secret address:
        only when you are on call and for which team, nothing about children or colleagues.
      </p>
      {wrong !== undefined && (
        <NotificationBanner tone="problem">
          <p>{wrong}</p>
        </NotificationBanner>
      )}
      {address !== undefined && since !== null && (
        <div ref={box} tabIndex={-1}>
          <NotificationBanner tone="success" title="The address of your calendar">
            <p>
              <span className="font-mono wrap-anywhere select-all">{address}</span>
            </p>
            <p>
              <strong>It will not be shown again.</strong> Add it to your calendar program as a calendar from
              an address. Whoever has it sees when you are on call.
            </p>
          </NotificationBanner>
        </div>
      )}
      <p>
        {since === null ? "There is no address yet." : `There is an address since ${formatDateTime(since)}.`}
      </p>
      <div className="flex flex-wrap gap-x-3">
        <form action={issue} aria-busy={isSending}>
          <Button variant="secondary" disabled={isSending}>
            {since === null ? "Make an address" : "Make a new address in place of the old one"}
          </Button>
        </form>
        {since !== null && (
          <form action={revoke} aria-busy={isEnding}>
            <Button variant="warning" disabled={isEnding}>
              End the address
            </Button>
          </form>
        )}
      </div>
    </>
  );
}
