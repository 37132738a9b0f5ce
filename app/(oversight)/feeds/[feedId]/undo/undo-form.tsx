"use client";

import { useActionState, type ReactElement } from "react";
import { undoList } from "@/app/(oversight)/feeds/[feedId]/decide-on-list";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import type { FeedId } from "@/server/vocabulary/ids";

interface UndoFormProps {
  readonly feedId: FeedId;
  /** The version of the register on which the effect was shown. */
  readonly version: number;
}

/** The last word before a list is taken back. */
export function UndoForm({ feedId, version }: UndoFormProps): ReactElement {
  const [{ problem }, undo, isSending] = useActionState(undoList, {});

  return (
    <form action={undo} aria-busy={isSending}>
      {problem !== undefined && <ErrorSummary problems={[{ fieldId: "undo", message: problem }]} />}
      <input type="hidden" name="feedId" value={feedId} />
      <input type="hidden" name="version" value={version} />
      <Button id="undo" variant="warning" disabled={isSending}>
        {isSending ? "Undoing…" : "Undo this list"}
      </Button>
    </form>
  );
}
