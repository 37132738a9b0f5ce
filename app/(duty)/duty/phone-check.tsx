"use client";

import { useEffect, useState, type ReactElement } from "react";
import { checkPhone, type PhoneStanding } from "@/app/_pwa/check-phone";
import { NotificationBanner } from "@/app/_ui/notification-banner";

/** At every launch: does this phone ring for alerts? Tells the service, and says so where alerts cannot arrive here. */
export function PhoneCheck(): ReactElement | null {
  const [standing, setStanding] = useState<PhoneStanding>("on");

  useEffect(() => {
    void checkPhone().then(setStanding);
  }, []);

  if (standing === "on") return null;
  if (standing === "lost") {
    return (
      <NotificationBanner tone="problem" title="This phone has stopped ringing for alerts">
        <p>Permission was taken back, or the browser has lost it. Nobody reaches you here.</p>
        <a href="/duty/phone">Turn alerts on again</a>
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner title="This phone does not ring for alerts">
      <a href="/duty/phone">Turn alerts on for this phone</a>
    </NotificationBanner>
  );
}
