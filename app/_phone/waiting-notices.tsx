"use client";

import type { ReactElement } from "react";
import { useWaiting } from "@/app/_pwa/waiting/use-waiting";
import { dropNotices, type WaitingNotice } from "@/app/_pwa/waiting/waiting-store";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";

/** What became of questions that are not waiting any more, until it has been read. */
export function WaitingNotices(): ReactElement | null {
  const { notices } = useWaiting();
  if (notices.length === 0) return null;
  return (
    <NotificationBanner tone="problem" title="A waiting question was dropped">
      {notices.map((notice, index) => (
        <p key={`${notice.kind}-${String(index)}`}>{wordsOf(notice)}</p>
      ))}
      <Button type="button" variant="secondary" onClick={() => void dropNotices()}>
        I have read this
      </Button>
    </NotificationBanner>
  );
}

function wordsOf({ kind, message = "" }: WaitingNotice): string {
  switch (kind) {
    case "old":
      return "It waited 30 minutes without a signal. Nothing was checked. Check the number again, or ring.";
    case "unread":
      return "Its answer came and was not opened within 30 minutes. Check the number again.";
    case "signed-out":
      return "You were signed out while it waited. Nothing was checked. Sign in and check the number again.";
    case "another-person":
      return "Somebody else signed in on this phone while it waited. Nothing was checked.";
    case "unreadable":
      return "This phone could not read it any more. Check the number again, or ring.";
    case "refused":
      return `The service refused it. Nothing was checked. ${message}`;
  }
}
