import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { modeOf, stepsOf, type PracticeRun } from "@/server/domain/practice/practice-run";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { PracticeRunId } from "@/server/vocabulary/ids";
import { hasPractised, type PracticeStep } from "@/server/vocabulary/practice-step";
import { Refusal } from "@/server/vocabulary/refusal";

export interface PracticeToRecord {
  /** Made on the phone: the same run again goes on with it. */
  readonly runId: PracticeRunId;
  readonly steps: readonly PracticeStep[];
}

/**
 * Records that the person has done these steps of practice, and with the last of them that they have practised. Each
 * step counts from when it was first recorded; sent again, nothing changes. Writes of practice alone and reads nothing
 * of any child. Beginning and end are audited. Refuses: no setting chosen, not found (somebody else's run).
 */
export async function recordPractice(work: Work, { runId, steps }: PracticeToRecord): Promise<PracticeRun> {
  const actor = personOf(work);
  if (await begin(work, actor, runId)) await audit(work, runId, "begun");

  const done = (step: PracticeStep) => (steps.includes(step) ? work.now : null);
  const ofActor = { id: runId, personId: actor.personId };
  await work.tx.$executeRaw`
    update practice_run set
      typed_at = coalesce(typed_at, ${done("typed")}::timestamptz),
      scanned_at = coalesce(scanned_at, ${done("scanned")}::timestamptz),
      held_seen_at = coalesce(held_seen_at, ${done("held-seen")}::timestamptz),
      alert_followed_at = coalesce(alert_followed_at, ${done("alert-followed")}::timestamptz),
      none_held_seen_at = coalesce(none_held_seen_at, ${done("none-held-seen")}::timestamptz),
      could_not_check_seen_at = coalesce(could_not_check_seen_at, ${done("could-not-check-seen")}::timestamptz)
    where id = ${runId}::uuid and person_id = ${actor.personId}::uuid`;

  const row = await work.tx.practiceRun.findFirst({ where: ofActor });
  if (row === null)
    throw new Refusal("not-found", "There is no such practice of yours. Open practice again.");
  const all = stepsOf(row);
  if (row.finishedAt !== null || !hasPractised(all, modeOf(actor)))
    return { runId, steps: all, finishedAt: row.finishedAt };

  await work.tx.practiceRun.updateMany({ where: ofActor, data: { finishedAt: work.now } });
  await audit(work, runId, "finished");
  return { runId, steps: all, finishedAt: work.now };
}

function personOf({ actor }: Work): PersonActor {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can practise.");
  return actor;
}

/** True if the run began with this. */
async function begin({ tx, now }: Work, actor: PersonActor, runId: PracticeRunId): Promise<boolean> {
  const { personId, organisationId, role, careSettingId } = actor;
  if (careSettingId === undefined) throw new Refusal("conflict", "Choose where you work first.");
  const begun = await tx.$executeRaw`
    insert into practice_run (id, person_id, organisation_id, care_setting_id, role, started_at)
    values (${runId}::uuid, ${personId}::uuid, ${organisationId}::uuid, ${careSettingId}::uuid, ${role}, ${now})
    on conflict do nothing`;
  return begun > 0;
}

function audit(work: Work, runId: PracticeRunId, detail: string): Promise<void> {
  return recordAudit(work, { action: "practice:run", outcome: "done", detail, concerns: runId });
}
