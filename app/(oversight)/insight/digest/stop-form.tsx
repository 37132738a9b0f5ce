"use client";

import { useActionState, type ReactElement } from "react";
import { stopDigest } from "./manage-digest";
import { Button } from "@/app/_ui/button";

/** One tap ends it. */
export function StopForm(): ReactElement {
  const [{ problem }, stop, isSending] = useActionState(stopDigest, {});

  return (
    <form action={stop} aria-busy={isSending}>
      <p role="status">{problem}</p>
      <Button variant="secondary" disabled={isSending}>
        Stop these e-mails
      </Button>
    </form>
  );
}
