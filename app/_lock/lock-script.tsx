import { headers } from "next/headers";
import type { ReactElement } from "react";
import { lockItem, longestLockMs } from "@/app/_pwa/phone/lock-clock";

/** `meansLocked`, in a line: it runs before the page shows anything, and before any file of ours has come. */
const script = `try{var w=localStorage.getItem("${lockItem}");if(w!==null){var l=Number(w)-Date.now();if(!(l>0&&l<=${String(longestLockMs)}))document.documentElement.dataset.locked=""}}catch(e){}`;

/** Keeps a page of a locked phone out of sight from its first moment. */
export async function LockScript(): Promise<ReactElement> {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
