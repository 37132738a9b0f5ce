"use client";

import { useActionState, type ReactElement } from "react";
import { revokeToken } from "./manage-tokens";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { FeedTokenId } from "@/server/vocabulary/ids";

interface RevokeFormProps {
  readonly tokenId: FeedTokenId;
  readonly label: string;
  /** No more once it opens nothing: then the form only says so. */
  readonly canRevoke: boolean;
}

/** Ends a token; opened first, so that nobody does it by a slip of the thumb. */
export function RevokeForm({ tokenId, label, canRevoke }: RevokeFormProps): ReactElement {
  const [{ isRevoked, problem }, revoke, isSending] = useActionState(revokeToken, {});

  return (
    <>
      <p role="status">{isRevoked && "Revoked: no list comes in with this token any more."}</p>
      {problem !== undefined && (
        <NotificationBanner tone="problem">
          <p>{problem}</p>
        </NotificationBanner>
      )}
      {canRevoke && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Revoke this token</span>
          </summary>
          <form action={revoke} className="nhsuk-details__text" aria-busy={isSending}>
            <p>The system that uses it can send no list from then on. This cannot be taken back.</p>
            <input type="hidden" name="tokenId" value={tokenId} />
            <Button variant="warning" disabled={isSending}>
              Revoke {label === "" ? "it" : label} now
            </Button>
          </form>
        </details>
      )}
    </>
  );
}
