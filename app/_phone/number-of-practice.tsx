import type { ReactElement } from "react";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { practiceNumberRefused } from "@/server/vocabulary/practice-number";

/** A practice number was entered in a real check: no question, no answer, and the way to practice. */
export function NumberOfPractice(): ReactElement {
  return (
    <NotificationBanner tone="problem" title="Nobody was checked">
      <p>{practiceNumberRefused}</p>
      <p>
        <a href="/practice">Practise with it</a>
      </p>
    </NotificationBanner>
  );
}
