import type { Metadata } from "next";
import type { ReactElement } from "react";
import { LockScript } from "@/app/_lock/lock-script";
import { OfflineScreen } from "@/app/_phone/offline-screen";

export const metadata: Metadata = { title: "No connection" };

/** What the phone shows in place of any page that it cannot reach. As it is kept, it holds nothing about anybody. */
export default function OfflinePage(): ReactElement {
  return (
    <>
      <LockScript />
      <OfflineScreen />
    </>
  );
}
