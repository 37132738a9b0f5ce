"use client";

import { useEffect, useState, type ReactElement } from "react";
import { currentSubscription, pushSupport } from "@/app/_pwa/enable-push";
import { trpc } from "@/app/_trpc/browser";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PushSubscription } from "@/server/vocabulary/push-subscription";

/**
 * At every launch: does this phone ring for alerts? Tells the service the phone's present address, since browsers change
 * it without a word, and says so where alerts cannot arrive here.
 */
export function PhoneCheck(): ReactElement | null {
  const [isSilent, setIsSilent] = useState(false);

  useEffect(() => {
    void isPhoneRinging().then((isRinging) => {
      setIsSilent(!isRinging);
    });
  }, []);

  if (!isSilent) return null;
  return (
    <NotificationBanner title="This phone does not ring for alerts">
      <a href="/duty/phone">Turn alerts on for this phone</a>
    </NotificationBanner>
  );
}

async function isPhoneRinging(): Promise<boolean> {
  if (pushSupport() !== "supported" || Notification.permission !== "granted") return false;
  const parsed = PushSubscription.safeParse(await currentSubscription());
  if (!parsed.success) return false;
  try {
    await trpc.device.keep.mutate(parsed.data);
    return true;
  } catch {
    return false;
  }
}
