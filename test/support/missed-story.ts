import { randomUUID } from "node:crypto";
import { reportMissed } from "@/server/domain/appointment/report-missed";
import { readAlertProgress, type AlertProgress } from "@/server/domain/alert/read-alert-progress";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import type { PersonActor } from "@/server/vocabulary/actor";
import { CareSettingId, RequestId, type LookupId } from "@/server/vocabulary/ids";
import { MissedReport } from "@/server/vocabulary/missed-report";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import type { AlertStory, DutyPerson } from "@/test/support/alert-story";
import { makeShift } from "@/test/support/make-shift";

/** 9:00 on the Tuesday after the evening on which every story begins: minutes since the beginning. */
export const opening = 710;

/** A dental clinic of the same trust, and a child on a plan who was not brought there. */
export interface MissedStory {
  readonly clinician: PersonActor;
  readonly nhsNumber: NhsNumber;
  /** Looks the child up silently. */
  readonly looks: (minutes: number, who?: PersonActor) => Promise<LookupId>;
  /** Reports from a silent look; what is not said is as in `missedReport`. */
  readonly reports: (minutes: number, said?: Partial<SaidOfMissed>, who?: PersonActor) => Promise<LookupId>;
  /** What the clinician sees of the alerts to which a report led. */
  readonly reads: (lookupId: LookupId, minutes: number) => Promise<readonly AlertProgress[]>;
  /** On call from 8:00 of the morning on for eight hours. */
  readonly inTheMorning: (name: string, rung?: number) => Promise<DutyPerson>;
}

export const saidOfMissed = {
  appointmentKind: "dental",
  missedOn: "2026-11-23",
  missedTime: "14:30",
  missedBefore: 2,
  familyReason: "No bus came.",
  followUp: "tried-to-ring",
  callBackNumber: "01632 960111",
  isWorried: false,
} as const;
type SaidOfMissed = {
  readonly [Name in keyof typeof saidOfMissed]: (typeof saidOfMissed)[Name] extends boolean
    ? boolean
    : (typeof saidOfMissed)[Name] extends number
      ? number | undefined
      : string;
};

/** The report as the door would read it. */
export function missedReport(lookupId: LookupId, said: Partial<SaidOfMissed> = {}): MissedReport {
  return MissedReport.parse({ ...saidOfMissed, ...said, lookupId });
}

export async function makeMissedStory(story: AlertStory): Promise<MissedStory> {
  const { world, service } = story;
  const careSettingId = CareSettingId.parse(randomUUID());
  await world.sql("insert into care_setting values ($1, $2, 'Dental', 'dental')", [
    careSettingId,
    world.trust.id,
  ]);
  const person = await world.person("scheduled-clinician", "Dana Dentist");
  const clinician = { ...person, careSettingId, careSettingName: "Dental" };
  const { nhsNumber } = await world.plan();
  const settings: LookupSettings = { ...service.configuration, mode: "scheduled" };

  const looks: MissedStory["looks"] = async (minutes, who = clinician) => {
    const request = { nhsNumber, requestId: RequestId.parse(randomUUID()) };
    const card = await story.does(who, minutes, (work) => lookUpChild(work, request, settings));
    return card.lookupId;
  };
  return {
    clinician,
    nhsNumber,
    looks,
    reports: async (minutes, said, who = clinician) => {
      const lookupId = await looks(minutes, who);
      await story.does(who, minutes, (work) => reportMissed(work, missedReport(lookupId, said), settings));
      return lookupId;
    },
    reads: (lookupId, minutes) => story.does(clinician, minutes, (work) => readAlertProgress(work, lookupId)),
    inTheMorning: async (name, rung = 1) => {
      const duty = await story.member("duty-social-worker", name);
      const hours = { startsAt: story.at(opening - 60), endsAt: story.at(opening + 420) };
      await makeShift(world, { personId: duty.actor.personId, rung, ...hours });
      return duty;
    },
  };
}
