"use client";

import { useActionState, type ReactElement } from "react";
import { testWebhook } from "./manage-webhooks";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { WebhookId } from "@/server/vocabulary/ids";

/** Sends a test to one address. */
export function TestForm({ webhookId }: { readonly webhookId: WebhookId }): ReactElement {
  const [{ isDone, problem }, test, isSending] = useActionState(testWebhook, {});

  return (
    <form action={test} aria-busy={isSending}>
      <input type="hidden" name="webhookId" value={webhookId} />
      {problem !== undefined && (
        <NotificationBanner tone="problem">
          <p>{problem}</p>
        </NotificationBanner>
      )}
      <Button variant="secondary" disabled={isSending}>
        Send a test
      </Button>
      <p role="status">
        {isDone && "A test is on its way. Open this page again in a moment to see what came of it."}
      </p>
    </form>
  );
}
