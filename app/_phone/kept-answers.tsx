"use client";

import type { ReactElement } from "react";
import { useWaiting } from "@/app/_pwa/waiting/use-waiting";
import { buttonClass } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { formatTime } from "@/server/vocabulary/london-time";

/** Answers that came by themselves. Says that there is one; the card says the rest, to whoever asked. */
export function KeptAnswers(): ReactElement | null {
  const { answers } = useWaiting();
  if (answers.length === 0) return null;
  return (
    <NotificationBanner
      tone="success"
      title={answers.length === 1 ? "An answer is there" : "Answers are there"}
    >
      {answers.map(({ requestId, lookupId, keptAt }) => (
        <a key={requestId} className={buttonClass("primary", true)} href={`/check/${lookupId}`}>
          Open the answer to what you asked at {formatTime(keptAt)}
        </a>
      ))}
    </NotificationBanner>
  );
}
