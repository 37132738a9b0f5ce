"use client";

import { useEffectEvent, useLayoutEffect, type RefObject } from "react";

interface EarlyTaps {
  readonly onText: (text: string) => void;
  readonly onScan: () => void;
}

/** Takes over what was typed and tapped before this script had come; see `early-taps.tsx`. */
export function useEarlyTaps(root: RefObject<HTMLElement | null>, { onText, onScan }: EarlyTaps): void {
  const takeOver = useEffectEvent((element: HTMLElement) => {
    element.dataset["early"] = "over";
    const text = element.querySelector("input")?.value ?? "";
    if (text !== "") onText(text);
    if (element.dataset["wants"] === "scan") onScan();
    if (element.dataset["wants"] !== "check") return undefined;
    // Asked when the number has arrived in the form.
    const timer = setTimeout(() => element.closest("form")?.requestSubmit());
    return () => clearTimeout(timer);
  });

  useLayoutEffect(() => (root.current === null ? undefined : takeOver(root.current)), [root]);
}
