import { headers } from "next/headers";
import type { ReactElement } from "react";
import { lookScript } from "./look-store";

/** Gives each page the look that was chosen on this phone from its first moment: no white flash in a dark cab. */
export async function LookScript(): Promise<ReactElement> {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: lookScript }} />;
}
