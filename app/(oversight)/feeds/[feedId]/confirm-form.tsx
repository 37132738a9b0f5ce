"use client";

import { useActionState, type ReactElement } from "react";
import { confirmList } from "./decide-on-list";
import { DiscardForm } from "./discard-form";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import type { FeedId } from "@/server/vocabulary/ids";
import { formatCount } from "@/server/vocabulary/format-count";

interface ConfirmFormProps {
  readonly feedId: FeedId;
  /** The version of the register that the figures were made with. */
  readonly version: number;
  /** How many plans would end or be deleted. */
  readonly leaving: number;
}

/** The two ways on: apply what was looked at, or throw it away. */
export function ConfirmForm({ feedId, version, leaving }: ConfirmFormProps): ReactElement {
  const [{ problem }, confirm, isSending] = useActionState(confirmList, {});

  return (
    <section aria-label="Apply or discard">
      <form action={confirm} aria-busy={isSending}>
        {problem !== undefined && <ErrorSummary problems={[{ fieldId: "apply", message: problem }]} />}
        <input type="hidden" name="feedId" value={feedId} />
        <input type="hidden" name="version" value={version} />
        {leaving > 0 && (
          <p>
            {leaving === 1 ? "One plan" : `${formatCount(leaving)} plans`} will end or be deleted: crews will
            no longer see them as in force.
          </p>
        )}
        <Button id="apply" disabled={isSending}>
          {isSending ? "Applying…" : "Apply this list"}
        </Button>
      </form>
      <DiscardForm feedId={feedId} />
    </section>
  );
}
