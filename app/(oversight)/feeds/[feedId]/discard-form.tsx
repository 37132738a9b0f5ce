"use client";

import { useActionState, type ReactElement } from "react";
import { discardList } from "./decide-on-list";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import type { FeedId } from "@/server/vocabulary/ids";

/** Throws a list away before it is applied. */
export function DiscardForm({ feedId }: { readonly feedId: FeedId }): ReactElement {
  const [{ problem }, discard, isSending] = useActionState(discardList, {});

  return (
    <form action={discard} aria-busy={isSending}>
      {problem !== undefined && <ErrorSummary problems={[{ fieldId: "discard", message: problem }]} />}
      <input type="hidden" name="feedId" value={feedId} />
      <Button id="discard" variant="secondary" disabled={isSending}>
        {isSending ? "Discarding…" : "Discard it"}
      </Button>
    </form>
  );
}
