import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { addAlerts, onePerAuthority, waitForTwins, type Subject } from "@/server/domain/alert/add-alerts";
import { isWaiting, progressOf, type AlertProgress } from "@/server/domain/alert/alert-progress";
import { chooseMissed } from "@/server/domain/alert/missed/choose-missed";
import { findOpenMissed } from "@/server/domain/alert/missed/find-open-missed";
import { writeMissed } from "@/server/domain/alert/missed/write-missed";
import { nextOpening } from "@/server/domain/directory/next-opening";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AlertId, CareSettingId, OrganisationId } from "@/server/vocabulary/ids";
import { climbKey } from "@/server/vocabulary/job";
import { missedInWords } from "@/server/vocabulary/missed-appointment";
import type { MissedReport } from "@/server/vocabulary/missed-report";

export interface MissedCause {
  readonly actor: PersonActor;
  readonly careSettingId: CareSettingId;
  readonly report: MissedReport;
  /** The child as each authority knows it. */
  readonly subjects: readonly Subject[];
}

/**
 * Tells each authority that a child of theirs was not brought to an appointment, in the caller's transaction: by an alert
 * of its own, or on the open one to which an earlier report of the same organisation led. The ladder decides when: in
 * office hours at once, otherwise when the office opens, and at once at any hour where the clinician is worried now.
 */
export async function raiseMissed(work: Work, cause: MissedCause): Promise<void> {
  const wanted = onePerAuthority(cause.subjects);
  await waitForTwins(work, wanted);
  const open = await holdOpen(work, wanted);

  for (const subject of wanted) {
    const own = open.filter(({ authorityId }) => authorityId === subject.authorityId);
    const chosen = chooseMissed(own, { isWorried: cause.report.isWorried, now: work.now });
    if (chosen.kind === "join") await join(work, { ...cause, ...subject, alertId: chosen.alertId });
    else await raise(work, { ...cause, subjects: [subject] });
  }
}

/** Read again once nobody else decides about them: what is being closed at this moment is joined by nothing. */
async function holdOpen(work: Work, wanted: readonly Subject[]): ReturnType<typeof findOpenMissed> {
  const found = (await findOpenMissed(work, wanted)).map(({ alertId }) => alertId).toSorted();
  for (const alertId of found) await lockAlert(work, alertId);
  return found.length === 0 ? [] : findOpenMissed(work, wanted);
}

async function raise(work: Work, cause: MissedCause): Promise<void> {
  const { careSettingId, report, subjects } = cause;
  const { lookupId } = report;
  const kind = "was-not-brought";
  const added = await addAlerts(work, { kind, lookupId, careSettingId, incidentId: undefined, subjects });
  for (const { alertId } of added) {
    await putOnRecord(work, { ...cause, alertId }, "raised");
    await queueJob(work, {
      job: { kind: "climb-alert", alertId },
      dueAt: work.now,
      uniqueKey: climbKey(alertId),
    });
  }
}

interface Joined extends MissedCause {
  readonly alertId: AlertId;
  readonly authorityId: OrganisationId;
}

/** Whoever has it, or was called, is told; where nobody was called yet, the ladder tells them of both. */
async function join(work: Work, cause: Joined): Promise<void> {
  const { alertId, report } = cause;
  const progress = progressOf(await readAlertEvents(work, [alertId]));
  await putOnRecord(work, cause, "missed-again");

  if (report.isWorried) {
    // Beside the climb that waits for the office: only the worker may bring that one forward.
    const uniqueKey = `climb:${alertId}:${report.lookupId}`;
    await queueJob(work, { job: { kind: "climb-alert", alertId }, dueAt: work.now, uniqueKey });
  }
  if (!isSomebodyTold(progress)) return;
  await queueJob(work, {
    job: { kind: "tell", alertId, purpose: "news" },
    dueAt: report.isWorried ? work.now : await openingOf(work, cause.authorityId),
    uniqueKey: `tell:news:${alertId}:${report.lookupId}`,
  });
}

function isSomebodyTold({ stage, deferredUntil, notifiedAt }: AlertProgress): boolean {
  return isWaiting(stage) ? notifiedAt !== undefined && deferredUntil === undefined : stage === "taken";
}

/** The facts, and the event by which both sides read of them. */
async function putOnRecord(
  work: Work,
  { actor, careSettingId, report, alertId }: MissedCause & { readonly alertId: AlertId },
  kind: "raised" | "missed-again",
): Promise<void> {
  const { personId } = actor;
  const { lookupId } = report;
  await writeMissed(work, { actor, careSettingId, report, alertId });
  await addAlertEvents(work, alertId, [
    { kind, personId, lookupId, note: `The child ${missedInWords(report)}.` },
    ...(report.isWorried ? [{ kind: "worried" as const, personId, lookupId }] : []),
  ]);
}

/** When the authority's office is open next; now where its hours are not known. */
async function openingOf({ tx, now }: Work, authorityId: OrganisationId): Promise<Date> {
  const office = await tx.authorityContact.findUnique({
    where: { authorityId },
    select: { officeOpensAt: true, officeClosesAt: true, fridayClosesAt: true },
  });
  return (office && nextOpening(office, now)) ?? now;
}
