import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ShownSecret } from "@/server/domain/webhook/add-webhook";
import { findOwnWebhook } from "@/server/domain/webhook/find-own-webhook";
import { makeSecret, sealSecret } from "@/server/domain/webhook/webhook-secret";
import type { WebhookId } from "@/server/vocabulary/ids";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

export interface SecretRotation {
  readonly webhookId: WebhookId;
  /** For how long deliveries are signed with the old secret too; 0 ends it at once. */
  readonly overlapDays: number;
}

const dayMilliseconds = 86_400_000;

/** Gives an address a new secret. There are two at the most at once. */
export async function rotateSecret(
  work: Work,
  { webhookId, overlapDays }: SecretRotation,
  { deviceKey }: { readonly deviceKey: string },
): Promise<ShownSecret> {
  const { sealedSecret, earlierEndsAt } = await findOwnWebhook(work, webhookId);
  if (overlapDays > 0 && earlierEndsAt !== null && earlierEndsAt > work.now) {
    throw new Refusal(
      "conflict",
      `It is being replaced already: the one before goes on until ${formatDateTime(earlierEndsAt)}. Wait for that, or end both now.`,
    );
  }
  const secret = makeSecret();
  const endsAt = overlapDays > 0 ? new Date(work.now.getTime() + overlapDays * dayMilliseconds) : null;
  await work.tx.$executeRaw`
    update webhook set sealed_secret = ${sealSecret(secret, webhookId, deviceKey)},
      earlier_sealed_secret = ${endsAt === null ? null : Uint8Array.from(sealedSecret)}::bytea,
      earlier_ends_at = ${endsAt}::timestamptz
    where id = ${webhookId}::uuid`;
  await recordAudit(work, {
    action: "webhook:manage",
    outcome: "done",
    detail: "secret replaced",
    concerns: webhookId,
  });
  return { webhookId, secret };
}
