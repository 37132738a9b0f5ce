import type { ReactElement } from "react";
import { RevokeForm } from "./revoke-form";
import { RotateForm } from "./rotate-form";
import { Card } from "@/app/_ui/card";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import type { ListedToken } from "@/server/domain/register/tokens/list-feed-tokens";
import { formatDateTime } from "@/server/vocabulary/london-time";

interface TokenEntryProps {
  readonly token: ListedToken;
  readonly now: Date;
}

/** One token: what it is for, whether it is in use, and what can be done about it. */
export function TokenEntry({ token, now }: TokenEntryProps): ReactElement {
  const isLive = token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now);
  return (
    <Card>
      <h3 className="nhsuk-heading-s">{token.label === "" ? "Without a name" : token.label}</h3>
      <p>{stateTag(token, isLive)}</p>
      <SummaryList rows={factsOf(token)} />
      <RotateForm tokenId={token.tokenId} canRotate={isLive && token.expiresAt === null} />
      {isLive && <RevokeForm tokenId={token.tokenId} label={token.label} />}
    </Card>
  );
}

function stateTag({ revokedAt, expiresAt }: ListedToken, isLive: boolean): ReactElement {
  if (revokedAt !== null) return <Tag>Revoked {formatDateTime(revokedAt)}</Tag>;
  if (!isLive) return <Tag>Replaced</Tag>;
  if (expiresAt !== null) return <Tag colour="yellow">Good until {formatDateTime(expiresAt)}</Tag>;
  return <Tag colour="green">In use</Tag>;
}

function factsOf({ issuedAt, issuedBy, lastUsedAt }: ListedToken) {
  return [
    { key: "Issued", value: `${formatDateTime(issuedAt)}${issuedBy === null ? "" : ` by ${issuedBy}`}` },
    { key: "Last used", value: lastUsedAt === null ? "Never" : formatDateTime(lastUsedAt) },
  ];
}
