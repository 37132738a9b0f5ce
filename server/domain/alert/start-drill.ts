import { z } from "zod";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { makeAlertReference } from "@/server/domain/alert/alert-reference";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { AlertId } from "@/server/vocabulary/ids";
import { climbKey } from "@/server/vocabulary/job";
import { Refusal } from "@/server/vocabulary/refusal";

const Drill = z.object({ alertId: AlertId, reference: z.string() });
export type Drill = z.infer<typeof Drill>;

/**
 * Raises a practice alert for the person's own authority: it goes to real phones by the real ladder, is marked as
 * practice everywhere, concerns no child and is in no figure. Refuses: not permitted (no person), conflict (a practice
 * alert is still open).
 */
export async function startDrill(work: Work): Promise<Drill> {
  const { actor, tx, now } = work;
  const [authorityId] = actor.kind === "person" ? actor.authorityIds : [];
  if (actor.kind !== "person" || authorityId === undefined)
    throw new Refusal("not-permitted", "Only an authority's manager can run a practice alert.");
  await assertNoneOpen(work, authorityId);

  const rows: unknown[] = await tx.$queryRaw`
    insert into alert (reference, authority_id, raised_at, drilled_by_id)
    values (${makeAlertReference()}, ${authorityId}::uuid, ${now}, ${actor.personId}::uuid)
    returning id as "alertId", reference`;
  const drill = Drill.parse(rows[0]);
  const { alertId } = drill;
  await addAlertEvents(work, alertId, [{ kind: "raised", personId: actor.personId }]);
  await queueJob(work, { job: { kind: "climb-alert", alertId }, dueAt: now, uniqueKey: climbKey(alertId) });
  await recordAudit(work, { action: "drill:run", outcome: "done", concerns: alertId });
  return drill;
}

async function assertNoneOpen({ tx }: Work, authorityId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`drill:${authorityId}`}, 0))::text`;
  const rows: unknown[] = await tx.$queryRaw`
    select reference from alert where authority_id = ${authorityId}::uuid and drilled_by_id is not null
      and not exists (select 1 from alert_event where alert_id = alert.id and kind in ('acknowledged', 'closed'))
    limit 1`;
  if (rows.length > 0)
    throw new Refusal("conflict", "A practice alert is still waiting for somebody. Let it be taken first.");
}
