"use client";

import { useState, type ReactElement } from "react";
import { Button } from "@/app/_ui/button";

/** Puts the token on the clipboard, or says how to do without. */
export function CopyToken({ token }: { readonly token: string }): ReactElement {
  const [outcome, setOutcome] = useState("");

  async function copy(): Promise<void> {
    try {
      // Throws where there is no clipboard, too: browsers have one on secure addresses only.
      await navigator.clipboard.writeText(token);
      setOutcome("Copied.");
    } catch {
      setOutcome("Your browser does not allow copying: select the token and copy it.");
    }
  }

  return (
    <>
      <Button type="button" variant="secondary" onClick={() => void copy()}>
        Copy the token
      </Button>
      <p role="status">{outcome}</p>
    </>
  );
}
