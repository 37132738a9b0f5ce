import type { Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AlertId, CareSettingId } from "@/server/vocabulary/ids";
import type { MissedReport } from "@/server/vocabulary/missed-report";

interface OnRecord {
  readonly actor: PersonActor;
  readonly careSettingId: CareSettingId;
  readonly report: MissedReport;
  readonly alertId: AlertId;
}

/** Puts the facts of a report beside the alert that tells of it. */
export async function writeMissed(
  { tx, now }: Work,
  { actor, careSettingId, alertId, report }: OnRecord,
): Promise<void> {
  const { personId, organisationId } = actor;
  await tx.missedAppointment.create({
    data: { ...report, alertId, personId, organisationId, careSettingId, reportedAt: now },
    select: { id: true },
  });
}
