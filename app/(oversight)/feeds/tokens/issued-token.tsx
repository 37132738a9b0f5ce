"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { CopyToken } from "./copy-token";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { IssuedToken as Issued } from "@/server/domain/register/tokens/issue-feed-token";

interface IssuedTokenProps {
  readonly issued: Issued;
  /** The address under which a system sends its lists. */
  readonly door: string;
}

/**
 * A token on the one occasion on which it can be read; takes the focus, lest it is passed over further down the page.
 * It is no `code`: NHS frontend puts that on a white ground, where our night colours cannot be read.
 */
export function IssuedToken({ issued, door }: IssuedTokenProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [issued]);

  return (
    <div ref={box} tabIndex={-1}>
      <NotificationBanner tone="success" title={`The new token for ${issued.label || "your system"}`}>
        <p>
          <span className="font-mono wrap-anywhere select-all">{issued.token}</span>
        </p>
        <CopyToken key={issued.tokenId} token={issued.token} />
        <p>
          <strong>It will not be shown again.</strong> Put it where your system keeps its secrets now. If it
          is lost, replace it.
        </p>
        <p>With the token in TOKEN, this sends list number 42:</p>
        <p>
          <span className="font-mono wrap-anywhere select-all">{exampleOf(issued.authorityCode, door)}</span>
        </p>
      </NotificationBanner>
    </div>
  );
}

/** The token is named, not written out: what is typed into a shell is kept in its history. */
function exampleOf(code: string, door: string): string {
  return (
    `curl -T ${code}_42.csv -H "Content-Type: text/csv" ` +
    `-H "Authorization: Bearer $TOKEN" ${door}/${code}/42`
  );
}
