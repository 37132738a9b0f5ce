"use client";

import { useState, type ReactElement } from "react";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { IssuedToken as Issued } from "@/server/domain/register/tokens/issue-feed-token";

/** A token on the one occasion on which it can be read. */
export function IssuedToken({ issued: { label, token } }: { readonly issued: Issued }): ReactElement {
  const [copied, setCopied] = useState<"yes" | "no">();

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(token).then(
      () => {
        setCopied("yes");
      },
      () => {
        setCopied("no");
      },
    );
  }

  return (
    <NotificationBanner tone="success" title={`The new token for ${label}`}>
      <p>
        <code className="wrap-anywhere">{token}</code>
      </p>
      <Button type="button" variant="secondary" onClick={() => void copy()}>
        Copy the token
      </Button>
      <p role="status">
        {copied === "yes" && "Copied."}
        {copied === "no" && "Your browser does not allow copying: select the token and copy it."}
      </p>
      <p>
        <strong>It is shown this once.</strong> Put it where your system keeps its secrets now. If it is lost,
        replace it.
      </p>
    </NotificationBanner>
  );
}
