import type { Subscription } from "fhir/r4";
import type { FoundSubscription } from "@/server/domain/webhook/find-subscriptions";
import { backport, filterFor, topicAt } from "@/server/vocabulary/subscription";

/** A subscription as its system reads it back. Its secret and its header are not in it. Pure. */
export function subscriptionResource(found: FoundSubscription, base: string): Subscription {
  const { subscriptionId, authorityCode, authorityName, address, state, content, heartbeatSeconds } = found;
  const filter = { url: backport.filter, valueString: filterFor(authorityCode) };
  return {
    resourceType: "Subscription",
    id: subscriptionId,
    meta: { profile: [backport.subscription] },
    status: state,
    // What a system gives as its reason may hold anything, and is not kept.
    reason: `News of notices about children of ${authorityName}`,
    criteria: topicAt(base),
    _criteria: { extension: [filter] },
    ...(found.lastFailure !== null && { error: found.lastFailure }),
    channel: {
      type: "rest-hook",
      endpoint: address,
      payload: "application/fhir+json",
      _payload: { extension: [{ url: backport.content, valueCode: content }] },
      ...(heartbeatSeconds !== null && {
        extension: [{ url: backport.heartbeat, valueUnsignedInt: heartbeatSeconds }],
      }),
    },
  };
}
