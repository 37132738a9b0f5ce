"use client";

import { useState, type ReactElement } from "react";
import { Button } from "@/app/_ui/button";

interface CopyTokenProps {
  readonly token: string;
  /** What it is called here. */
  readonly label?: string;
}

/** Puts a token or a secret on the clipboard, or says how to do without. */
export function CopyToken({ token, label = "Copy the token" }: CopyTokenProps): ReactElement {
  const [outcome, setOutcome] = useState("");

  async function copy(): Promise<void> {
    try {
      // Throws where there is no clipboard, too: browsers have one on secure addresses only.
      await navigator.clipboard.writeText(token);
      setOutcome("Copied.");
    } catch {
      setOutcome("Your browser does not allow copying: select the text and copy it.");
    }
  }

  return (
    <>
      <Button type="button" variant="secondary" onClick={() => void copy()}>
        {label}
      </Button>
      <p role="status">{outcome}</p>
    </>
  );
}
