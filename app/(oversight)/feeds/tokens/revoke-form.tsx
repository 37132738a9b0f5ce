"use client";

import { useActionState, type ReactElement } from "react";
import { revokeToken } from "./manage-tokens";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { FeedTokenId } from "@/server/vocabulary/ids";

interface RevokeFormProps {
  readonly tokenId: FeedTokenId;
  readonly label: string;
}

/** Ends a token; opened first, so that nobody does it by a slip of the thumb. */
export function RevokeForm({ tokenId, label }: RevokeFormProps): ReactElement {
  const [{ problem }, revoke, isSending] = useActionState(revokeToken, {});

  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Revoke this token</span>
      </summary>
      <form action={revoke} className="nhsuk-details__text" aria-busy={isSending}>
        {problem !== undefined && (
          <NotificationBanner tone="problem">
            <p>{problem}</p>
          </NotificationBanner>
        )}
        <p>The system that uses it can send no list from then on. This cannot be taken back.</p>
        <input type="hidden" name="tokenId" value={tokenId} />
        <Button variant="warning" disabled={isSending}>
          Revoke {label === "" ? "it" : label} now
        </Button>
      </form>
    </details>
  );
}
