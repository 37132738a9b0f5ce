"use client";

import { useState, type ReactElement } from "react";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";

/** A line for the patient record, to copy with one tap or by hand. */
export function CopyLine({ line }: { readonly line: string }): ReactElement {
  const [news, setNews] = useState("");

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(line);
      setNews("Copied. Paste it into the patient record.");
    } catch {
      setNews("This phone did not let us copy. Mark the words and copy them.");
    }
  }

  return (
    <Details summary="A line for the patient record">
      <p>{line}</p>
      <Button type="button" variant="secondary" onClick={() => void copy()}>
        Copy this line
      </Button>
      <p role="status">{news}</p>
    </Details>
  );
}
