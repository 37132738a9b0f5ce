import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AlertId, LookupId } from "@/server/vocabulary/ids";
import { appointmentKinds, followUps } from "@/server/vocabulary/missed-appointment";

const MissedFact = z.object({
  alertId: AlertId,
  lookupId: LookupId,
  appointmentKind: z.enum(appointmentKinds),
  missedAt: z.date(),
  missedBefore: z.number().nullable(),
  familyReason: z.string().nullable(),
  followUp: z.enum(followUps),
  callBackNumber: z.string(),
  isWorried: z.boolean(),
  reportedAt: z.date(),
  personName: z.string(),
  organisationName: z.string(),
  careSettingName: z.string(),
  /** Whoever reported it said that it was a mistake. */
  isTakenBack: z.boolean(),
});
export type MissedFact = Readonly<z.infer<typeof MissedFact>>;

/** The missed appointments of which these alerts tell, oldest report first. The caller has made sure of the scope. */
export async function readMissed({ tx }: Work, alertIds: readonly AlertId[]): Promise<readonly MissedFact[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select missed.alert_id as "alertId", missed.lookup_id as "lookupId", appointment_kind as "appointmentKind",
      missed_at as "missedAt", missed_before as "missedBefore", family_reason as "familyReason",
      follow_up as "followUp", call_back_number as "callBackNumber", is_worried as "isWorried",
      reported_at as "reportedAt", person.name as "personName", organisation.name as "organisationName",
      care_setting.name as "careSettingName",
      exists (select from alert_event wrong where wrong.alert_id = missed.alert_id
        and wrong.kind = 'wrong-child' and wrong.lookup_id = missed.lookup_id) as "isTakenBack"
    from missed_appointment missed join person on person.id = missed.person_id
      join organisation on organisation.id = missed.organisation_id
      join care_setting on care_setting.id = missed.care_setting_id
    where missed.alert_id = any (${alertIds}::uuid[])
    order by reported_at, missed.id`;
  return rows.map((row) => MissedFact.parse(row));
}
