"use client";

import { useActionState, type ReactElement } from "react";
import { rotateSecret } from "./manage-webhooks";
import { SecretShown } from "./secret-shown";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { SelectField } from "@/app/_ui/select-field";
import type { WebhookId } from "@/server/vocabulary/ids";

interface RotateSecretFormProps {
  readonly webhookId: WebhookId;
  /** No more once it is off: then the form only shows what it has done. */
  readonly canRotate: boolean;
  /** There are two already: another may only end both. */
  readonly isBeingReplaced: boolean;
}

/** Replaces a secret; opened first, and the old one counts for a while, so that no message is refused meanwhile. */
export function RotateSecretForm({
  webhookId,
  canRotate,
  isBeingReplaced,
}: RotateSecretFormProps): ReactElement {
  const [{ shown, problem }, rotate, isSending] = useActionState(rotateSecret, {});

  return (
    <>
      {shown !== undefined && <SecretShown shown={shown} />}
      {problem !== undefined && (
        <NotificationBanner tone="problem">
          <p>{problem}</p>
        </NotificationBanner>
      )}
      {canRotate && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Replace the secret</span>
          </summary>
          <form action={rotate} className="nhsuk-details__text" aria-busy={isSending}>
            <p>You are shown a new secret once. Until the old one ends, every message is signed with both.</p>
            <input type="hidden" name="webhookId" value={webhookId} />
            <SelectField
              id={`overlap-${webhookId}`}
              name="overlapDays"
              label="The old secret goes on for"
              options={isBeingReplaced ? atOnce : overlaps}
              defaultValue={isBeingReplaced ? "0" : "7"}
            />
            <Button variant="secondary" disabled={isSending}>
              Replace the secret now
            </Button>
          </form>
        </details>
      )}
    </>
  );
}

const atOnce = [{ value: "0", label: "not at all: it ends now" }];
const overlaps = [{ value: "7", label: "7 days" }, { value: "1", label: "1 day" }, ...atOnce];
