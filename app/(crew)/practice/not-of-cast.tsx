import type { ReactElement } from "react";
import { buttonClass } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";

/** A number that is not one of the cast: it is looked up nowhere, and the way to a real check is one tap away. */
export function NotOfCast(): ReactElement {
  return (
    <NotificationBanner tone="problem" title="Nobody was checked">
      <p>That is not one of the practice children. To check a real child, leave practice.</p>
      <a className={buttonClass("primary", true)} href="/check">
        Leave practice and check a child
      </a>
    </NotificationBanner>
  );
}
