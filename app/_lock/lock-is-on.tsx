"use client";

import type { ReactElement } from "react";
import { dropPhoneLock, mostWrong, type PhoneLock } from "./lock-store";
import { setLock } from "@/app/_pwa/phone/lock-clock";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";

/** The lock is on: what that means, and the two things one can do with it. */
export function LockIsOn({ lock }: { readonly lock: PhoneLock }): ReactElement {
  const minutes = lock.afterMs / 60_000;
  return (
    <>
      <NotificationBanner tone="success" title="The lock is on">
        <p>
          Lantern locks after {minutes === 1 ? "1 minute" : `${String(minutes)} minutes`} without a touch.{" "}
          {mostWrong} wrong PINs sign you out.
        </p>
      </NotificationBanner>
      <Button
        type="button"
        big
        onClick={() => {
          // Every window looks at the lock once a second.
          setLock("locked");
        }}
      >
        Lock now
      </Button>
      <Button type="button" variant="secondary" big onClick={() => void dropPhoneLock()}>
        Turn the lock off
      </Button>
    </>
  );
}
