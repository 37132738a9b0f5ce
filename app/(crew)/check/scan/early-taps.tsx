import { headers } from "next/headers";
import type { ReactElement } from "react";
import { catchEarlyTaps } from "./catch-early-taps";

/**
 * A few lines of script in the page itself, under its nonce: on a weak signal the page is seen seconds before its script
 * has come, and a thumb is faster. Digits go into the field, *Check* and *Scan* are remembered; `useEarlyTaps` takes over.
 */
export async function EarlyTaps(): Promise<ReactElement> {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: `(${catchEarlyTaps.toString()})()` }} />;
}
