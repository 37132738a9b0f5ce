"use client";

import { useActionState, type ReactElement } from "react";
import { turnOffWebhook } from "./manage-webhooks";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { WebhookId } from "@/server/vocabulary/ids";

interface TurnOffFormProps {
  readonly webhookId: WebhookId;
  /** No more once it is off: then the form only says so. */
  readonly canTurnOff: boolean;
}

/** Ends telling an address; opened first, so that nobody does it by a slip of the thumb. */
export function TurnOffForm({ webhookId, canTurnOff }: TurnOffFormProps): ReactElement {
  const [{ isDone, problem }, turnOff, isSending] = useActionState(turnOffWebhook, {});

  return (
    <>
      <p role="status">{isDone && "Turned off: nothing is sent there any more."}</p>
      {problem !== undefined && (
        <NotificationBanner tone="problem">
          <p>{problem}</p>
        </NotificationBanner>
      )}
      {canTurnOff && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Turn this address off</span>
          </summary>
          <form action={turnOff} className="nhsuk-details__text" aria-busy={isSending}>
            <p>Your case system hears nothing from then on. It can still read notices with its token.</p>
            <input type="hidden" name="webhookId" value={webhookId} />
            <Button variant="warning" disabled={isSending}>
              Turn it off now
            </Button>
          </form>
        </details>
      )}
    </>
  );
}
