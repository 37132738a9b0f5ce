import { completeJob } from "@/server/db/outbox-claims";
import { beginProof } from "@/server/domain/push/begin-proof";
import { endProof } from "@/server/domain/push/end-proof";
import { syntheticSubscription } from "@/server/domain/push/synthetic-device";
import { sendPush } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { asWorker } from "@/server/jobs/as-worker";
import type { JobRun } from "@/server/jobs/handlers";
import type { ProofId } from "@/server/vocabulary/ids";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/**
 * Sends one push to the service's own synthetic device, the way every push goes. That it arrived is put on record by
 * the door that could read it (server/api/receive-proof.ts); why it did not, here. There is no second try: the next
 * minute brings the next proof.
 */
export async function proveDelivery(run: JobRun): Promise<void> {
  const proofId = await asWorker(run, beginProof);
  const answer = await pushToOurselves(run, proofId);
  run.service.log.info({ proofId, answer }, "delivery proof answered");

  await asWorker(run, async (work) => {
    if (await completeJob(work, run.held)) await endProof(work, { proofId, failure: failureOf(answer) });
  });
}

async function pushToOurselves({ service }: JobRun, proofId: ProofId): Promise<PushAnswer> {
  const { ownDoor } = service.sender;
  if (ownDoor === undefined) return { kind: "refused", reason: "its address is not https" };

  return sendPush(service.sender, {
    subscription: syntheticSubscription(ownDoor, service.configuration.DEVICE_KEY),
    toOwnDoor: true,
    message: { proof: proofId },
    topic: pushTopic(proofId),
    ttlSeconds: 0,
    urgency: "high",
  });
}

/** Why a delivery was not proven, should it not have been. */
function failureOf({ kind, reason }: PushAnswer): string {
  switch (kind) {
    case "accepted":
      return "The service's own address took the push, but it did not come to this service.";
    case "unreachable":
      return `The service could not reach its own address (${reason}).`;
    case "later":
      return `The service's own address was busy or broken (${reason}).`;
    case "gone":
    case "refused":
      return `The service's own address did not take the push (${reason}).`;
  }
}
