import type { Work } from "@/server/db/work";
import { raiseMissed } from "@/server/domain/alert/missed/raise-missed";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { findOwnCard } from "@/server/domain/lookup/find-own-card";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import type { PersonActor } from "@/server/vocabulary/actor";
import { addDays, londonDate } from "@/server/vocabulary/london-time";
import { mostMissedDays } from "@/server/vocabulary/missed-appointment";
import type { MissedReport } from "@/server/vocabulary/missed-report";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * Reports from an own silent card that the child was not brought to an appointment: every authority that holds a plan is
 * told, in the same transaction in which the facts are kept. Sent twice, it is one report; a card makes one, since only
 * then is it clear what a withdrawal takes back. Refuses: not permitted (no person), invalid (in the future, or too long
 * ago), not found (somebody else's card, or cleared), conflict (no setting chosen, another report from this card, the
 * child is not known, a card that has told the authority already).
 */
export async function reportMissed(
  work: Work,
  report: MissedReport,
  settings: LookupSettings,
): Promise<void> {
  const { actor, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can report this.");
  if (actor.careSettingId === undefined) throw new Refusal("conflict", "Choose where you work first.");
  checkWhen(report, now);
  await waitForTwin(work, report);
  if (await isReported(work, actor, report)) return;

  const { lookup, answer, nhsNumber } = await findOwnCard(work, report.lookupId, settings);
  if (lookup.mode !== "scheduled")
    throw new Refusal("conflict", "The authority was told of this check. Write a message instead.");
  if (answer.answer !== "held")
    throw new Refusal(
      "conflict",
      "No plan is held for this child, so there is nobody to tell. Worried? Ring.",
    );

  const { careSettingId } = actor;
  await raiseMissed(work, { actor, careSettingId, report, subjects: answer.subjects });
  await recordAudit(work, {
    action: "appointment:report-missed",
    outcome: "done",
    detail: report.appointmentKind,
    nhsNumber,
    concerns: report.lookupId,
  });
}

function checkWhen({ missedAt }: MissedReport, now: Date): void {
  if (missedAt > now)
    throw new Refusal(
      "invalid",
      "This appointment is still to come. Enter the day and time that were missed.",
    );
  if (londonDate(missedAt) < addDays(londonDate(now), -mostMissedDays))
    throw new Refusal(
      "invalid",
      `This was more than ${String(mostMissedDays)} days ago. Ring the authority, or enter a later appointment.`,
    );
}

/** Two taps at the same moment: the second waits, and then finds the first one's report. */
async function waitForTwin({ tx }: Work, { lookupId }: MissedReport): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`missed:${lookupId}`}, 0))::text`;
}

async function isReported({ tx }: Work, { personId }: PersonActor, report: MissedReport): Promise<boolean> {
  const own = { lookupId: report.lookupId, personId };
  if ((await tx.missedAppointment.count({ where: { ...report, ...own } })) > 0) return true;
  if ((await tx.missedAppointment.count({ where: own })) === 0) return false;
  throw new Refusal(
    "conflict",
    "You have reported from this card already. Check the child again, then report.",
  );
}
