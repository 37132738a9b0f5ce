"use client";

import { useState, type MouseEvent, type ReactElement, type ReactNode } from "react";

/** In practice a tap on a number rings nobody, and the list of real numbers stays shut. Says so instead. */
export function NothingRings({ children }: { readonly children: ReactNode }): ReactElement {
  const [says, setSays] = useState("");

  function hold(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const address = link?.getAttribute("href") ?? "";
    const words = wordsFor(address);
    setSays(words);
    if (words === "") return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div onClickCapture={hold}>
      {children}
      <p className="practice-says" role="status">
        {says}
      </p>
    </div>
  );
}

function wordsFor(address: string): string {
  if (address.startsWith("tel:"))
    return "In practice nothing rings. On a real card this tap rings the number.";
  if (address === "/directory")
    return "In practice this stays shut. On a real card this opens the duty numbers.";
  return "";
}
