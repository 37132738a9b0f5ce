"use client";

import { useEffect, useState, type ReactElement } from "react";
import { checkPhone, type PhoneStanding } from "@/app/_pwa/check-phone";
import { NotificationBanner } from "@/app/_ui/notification-banner";

/** At the beginning of a shift: makes this phone ring for whoever has it now, and says so where it does not. */
export function CardPhoneCheck(): ReactElement | null {
  const [standing, setStanding] = useState<PhoneStanding>("on");

  useEffect(() => {
    void checkPhone().then(setStanding);
  }, []);

  if (standing === "on" || standing === "unknown") return null;
  return (
    <NotificationBanner title="This phone does not ring when control hands you a card">
      <a href="/duty/phone">Turn it on for this phone</a>
    </NotificationBanner>
  );
}
