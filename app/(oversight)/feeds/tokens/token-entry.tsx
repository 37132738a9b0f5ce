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
  readonly door: string;
}

/** One token: what it is for, whether it is in use, and what can be done about it. */
export function TokenEntry({ token, door }: TokenEntryProps): ReactElement {
  const { tokenId, label, state } = token;
  return (
    <Card>
      <h3 className="nhsuk-heading-s">{label === "" ? "Without a name" : label}</h3>
      <p>{stateTag(token)}</p>
      <SummaryList rows={factsOf(token)} />
      <RotateForm tokenId={tokenId} label={label} door={door} canRotate={state === "in-use"} />
      <RevokeForm
        tokenId={tokenId}
        label={label}
        canRevoke={state === "in-use" || state === "being-replaced"}
      />
    </Card>
  );
}

function stateTag({ state, revokedAt, expiresAt }: ListedToken): ReactElement {
  switch (state) {
    case "in-use":
      return <Tag colour="green">In use</Tag>;
    case "being-replaced":
      return <Tag colour="yellow">Being replaced, good until {timeOf(expiresAt)}</Tag>;
    case "expired":
      return <Tag>Replaced, ended {timeOf(expiresAt)}</Tag>;
    case "revoked":
      return <Tag>Revoked {timeOf(revokedAt)}</Tag>;
  }
}

function factsOf({ issuedAt, issuedBy, lastUsedAt }: ListedToken) {
  return [
    { key: "Issued", value: `${formatDateTime(issuedAt)}${issuedBy === null ? "" : ` by ${issuedBy}`}` },
    { key: "Last used", value: lastUsedAt === null ? "Never" : timeOf(lastUsedAt) },
  ];
}

function timeOf(at: Date | null): string {
  return at === null ? "" : formatDateTime(at);
}
