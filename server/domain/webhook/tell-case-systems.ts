import { z } from "zod";
import { hastenJobs } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { WebhookId, type OrganisationId } from "@/server/vocabulary/ids";
import { webhookKey } from "@/server/vocabulary/job";

const Live = z.object({ webhookId: WebhookId, retryAt: z.date().nullable() });

/**
 * Gives what an authority's case system is to be told of its numbers, in the order in which it was written down, without
 * gaps, and sees to it that every address that is told anything is. Numbers are given here and not where the fact is
 * written, since there they would make whoever asks about one child wait for whoever asks about another.
 */
export async function tellCaseSystems(work: Work, authorityId: OrganisationId): Promise<void> {
  const { tx, now } = work;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`webhook numbers ${authorityId}`}, 0))::text`;
  const numbered = await tx.$executeRaw`
    update webhook_event set number = counted.number
    from (select id, row_number() over (order by id)
        + coalesce((select max(number) from webhook_event where authority_id = ${authorityId}::uuid), 0) as number
      from webhook_event where authority_id = ${authorityId}::uuid and number is null) counted
    where webhook_event.id = counted.id`;
  // Another job of the same moment has numbered these, and has seen to it.
  if (numbered === 0) return;
  const rows: unknown = await tx.$queryRaw`
    select id as "webhookId", retry_at as "retryAt" from webhook
    where authority_id = ${authorityId}::uuid and state in ('active', 'error')`;
  await hastenJobs(
    work,
    z
      .array(Live)
      .parse(rows)
      .map(({ webhookId, retryAt }) => ({
        job: { kind: "deliver-webhook", webhookId } as const,
        // What has just failed is not tried sooner because more has happened.
        dueAt: retryAt !== null && retryAt > now ? retryAt : now,
        uniqueKey: webhookKey(webhookId),
      })),
  );
}
