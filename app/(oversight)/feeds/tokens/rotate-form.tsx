"use client";

import { useActionState, type ReactElement } from "react";
import { IssuedToken } from "./issued-token";
import { rotateToken } from "./manage-tokens";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { SelectField } from "@/app/_ui/select-field";
import type { FeedTokenId } from "@/server/vocabulary/ids";

interface RotateFormProps {
  readonly tokenId: FeedTokenId;
  readonly label: string;
  readonly door: string;
  /** No more once it was replaced: then the form only shows the successor. */
  readonly canRotate: boolean;
}

/** Replaces a token; opened first, and the old one goes on for a while, so that no list is lost meanwhile. */
export function RotateForm({ tokenId, label, door, canRotate }: RotateFormProps): ReactElement {
  const [{ issued, problem }, rotate, isSending] = useActionState(rotateToken, {});

  return (
    <>
      {issued !== undefined && <IssuedToken issued={issued} door={door} />}
      {problem !== undefined && (
        <NotificationBanner tone="problem">
          <p>{problem}</p>
        </NotificationBanner>
      )}
      {canRotate && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Replace this token</span>
          </summary>
          <form action={rotate} className="nhsuk-details__text" aria-busy={isSending}>
            <p>You are shown a new token once. Give it to the system before the old one ends.</p>
            <input type="hidden" name="tokenId" value={tokenId} />
            <SelectField
              id={`overlap-${tokenId}`}
              name="overlapDays"
              label="The old token goes on for"
              options={overlaps}
              defaultValue="7"
            />
            <Button variant="secondary" disabled={isSending}>
              Replace {label === "" ? "it" : label} now
            </Button>
          </form>
        </details>
      )}
    </>
  );
}

const overlaps = [
  { value: "7", label: "7 days" },
  { value: "1", label: "1 day" },
  { value: "0", label: "not at all: it ends now" },
];
