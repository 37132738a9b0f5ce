import type { ReactElement } from "react";
import { DeliveryTable } from "./delivery-table";
import { RotateSecretForm } from "./rotate-secret-form";
import { TestForm } from "./test-form";
import { TurnOffForm } from "./turn-off-form";
import { Card } from "@/app/_ui/card";
import { Details } from "@/app/_ui/details";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import type { ListedWebhook } from "@/server/domain/webhook/list-webhooks";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** One address: how it stands, what went there last, and what can be done about it. */
export function WebhookEntry({ webhook }: { readonly webhook: ListedWebhook }): ReactElement {
  const { webhookId, address, state, deliveries, earlierEndsAt } = webhook;
  return (
    <Card>
      <h3 className="nhsuk-heading-s wrap-anywhere">{address}</h3>
      <p>{stateTag(webhook)}</p>
      <p>{stateWords[state]}</p>
      <SummaryList rows={factsOf(webhook)} />
      {deliveries.length > 0 && (
        <Details summary="What was sent last">
          <DeliveryTable deliveries={deliveries} />
        </Details>
      )}
      {state !== "off" && <TestForm webhookId={webhookId} />}
      <RotateSecretForm
        webhookId={webhookId}
        canRotate={state !== "off"}
        isBeingReplaced={earlierEndsAt !== null}
      />
      <TurnOffForm webhookId={webhookId} canTurnOff={state !== "off"} />
    </Card>
  );
}

function stateTag({ state, offAt }: ListedWebhook): ReactElement {
  switch (state) {
    case "requested":
      return <Tag colour="yellow">Not proven yet</Tag>;
    case "active":
      return <Tag colour="green">Active</Tag>;
    case "error":
      return <Tag colour="red">Takes nothing</Tag>;
    case "off":
      return <Tag>Off{offAt === null ? "" : ` since ${formatDateTime(offAt)}`}</Tag>;
  }
}

const stateWords = {
  requested: "It is told as soon as it has taken a test. What happens meanwhile is kept for it.",
  active: "It is told at once.",
  error:
    "It has failed three times in a row or more. Nothing is lost: Lantern keeps everything and goes on trying.",
  off: "It is told nothing any more. To go on, add the address again.",
} as const satisfies Record<ListedWebhook["state"], string>;

function factsOf(webhook: ListedWebhook) {
  const { madeAt, madeBy, answeredAt, waiting, lastFailure, retryAt, earlierEndsAt, state, offBy } = webhook;
  return [
    { key: "Added", value: `${formatDateTime(madeAt)} by ${madeBy ?? "your case system itself (FHIR)"}` },
    { key: "Last took something", value: answeredAt === null ? "Never" : formatDateTime(answeredAt) },
    ...(state === "off"
      ? [{ key: "Turned off", value: offBy === null ? "By the system itself" : `By ${offBy}` }]
      : [{ key: "Waiting", value: waiting === 0 ? "Nothing" : String(waiting) }]),
    ...(lastFailure === null ? [] : [{ key: "Last failure", value: lastFailure }]),
    ...(retryAt === null ? [] : [{ key: "Next try", value: formatDateTime(retryAt) }]),
    ...(earlierEndsAt === null
      ? []
      : [{ key: "Old secret", value: `Counts beside the new one until ${formatDateTime(earlierEndsAt)}` }]),
  ];
}
