"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { CopyToken } from "@/app/(oversight)/feeds/tokens/copy-token";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { ShownSecret } from "@/server/domain/webhook/add-webhook";

/** A secret on the one occasion on which it can be read; takes the focus, lest it is passed over. */
export function SecretShown({ shown }: { readonly shown: ShownSecret }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [shown]);

  return (
    <div ref={box} tabIndex={-1}>
      <NotificationBanner tone="success" title="The secret of this address">
        <p>
          <span className="font-mono wrap-anywhere select-all">{shown.secret}</span>
        </p>
        <CopyToken key={shown.secret} token={shown.secret} label="Copy the secret" />
        <p>
          <strong>It will not be shown again.</strong> Put it where your system keeps its secrets now: with it
          your system knows that a message is from Lantern. If it is lost, replace it.
        </p>
      </NotificationBanner>
    </div>
  );
}
