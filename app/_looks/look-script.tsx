import { headers } from "next/headers";
import type { ReactElement } from "react";
import { lookItem } from "./look-store";

/** `parseLook` and `showLook`, in a line: it runs before the page shows anything, and before any file of ours has come. */
const script = `try{var w=(localStorage.getItem("${lookItem}")||"").split(" "),d=document.documentElement.dataset;if(/^(light|dark)$/.test(w[0]))d.scheme=w[0];if(/^(right|left)$/.test(w[1]))d.hand=w[1]}catch(e){}`;

/** Gives each page the look that was chosen on this phone from its first moment: no white flash in a dark cab. */
export async function LookScript(): Promise<ReactElement> {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
