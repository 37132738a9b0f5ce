import { withWork, type Work } from "@/server/db/work";
import { listCareSettings } from "@/server/domain/access/list-care-settings";
import { reportMissed } from "@/server/domain/appointment/report-missed";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { readAccesses, type Access } from "@/server/domain/lookup/read-accesses";
import { requestIdOf } from "@/server/standards/request-id";
import type { StandardsService } from "@/server/standards/standards-service";
import { chooseSetting } from "@/server/standards/who/choose-setting";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AskedIncident } from "@/server/vocabulary/asked-incident";
import type { RequestId } from "@/server/vocabulary/ids";
import type { MissedReport } from "@/server/vocabulary/missed-report";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { mayDo, type Permission } from "@/server/vocabulary/permission";
import { Refusal } from "@/server/vocabulary/refusal";
import type { ResultCard } from "@/server/vocabulary/result-card";

export interface Question {
  readonly actor: PersonActor;
  /** The system that asks on the person's behalf. */
  readonly client: string | undefined;
  readonly mode: "unscheduled" | "scheduled";
  readonly trace: string | undefined;
  readonly careSetting: string | undefined;
  readonly nhsNumber: NhsNumber;
  /** What the other system has registered of the patient's coming. */
  readonly arrival?: Arrival;
  /** What a clinician says of an appointment to which the child was not brought. */
  readonly missed?: Omit<MissedReport, "lookupId">;
  /** Under which it is one look however often it is sent, if that is not what `trace` says. */
  readonly requestId?: RequestId;
  readonly now: Date;
}

interface Arrival {
  readonly arrivedAt: Date;
  readonly incident: AskedIncident;
}

export type Asked =
  | { readonly kind: "answered"; readonly card: ResultCard; readonly accesses: readonly Access[] }
  | { readonly kind: "no-setting"; readonly words: string };

/** The right that a question of this kind needs. */
export function permissionFor(mode: Question["mode"]): Permission {
  return mode === "unscheduled" ? "child:look-up" : "child:look-up-silently";
}

/**
 * Asks about one child in the name of the person behind another system: the same use case as on the phone, with the
 * same record and the same alert; a missed appointment is reported in the same transaction. Refuses what that refuses, and a person without the right.
 */
export async function askAboutChild(service: StandardsService, question: Question): Promise<Asked> {
  const { actor, arrival, missed, mode, nhsNumber, now } = question;
  const { configuration, database } = service;
  if (!mayDo(actor.role, permissionFor(mode))) throw new Refusal("not-permitted", lacking[mode]);
  if (missed !== undefined && !mayDo(actor.role, "appointment:report-missed"))
    throw new Refusal("not-permitted", "This role may not report missed appointments.");

  return withWork(database, { actor, now }, async (work): Promise<Asked> => {
    const chosen = chooseSetting(await listCareSettings(work), {
      named: question.careSetting,
      client: question.client,
      ofClients: configuration.SYSTEMS_CARE_SETTINGS,
    });
    if (chosen.kind === "unknown") return { kind: "no-setting", words: chosen.words };

    const { id: careSettingId, name: careSettingName } = chosen.setting;
    const there = { ...work, actor: { ...actor, careSettingId, careSettingName } };
    const card = await lookUpChild(
      there,
      {
        requestId: question.requestId ?? requestIdOf(question),
        nhsNumber,
        numberSource: "system",
        ...(arrival && { incident: arrival.incident }),
      },
      { ...configuration, mode, ...(arrival && { arrivedAt: arrival.arrivedAt }) },
    );
    if (missed !== undefined)
      await reportIfHeld(there, card, { ...missed, settings: { ...configuration, mode } });
    const accesses = card.answer === "held" ? await readAccesses(there, nhsNumber) : [];
    return { kind: "answered", card, accesses };
  });
}

/** Where no plan is held there is nobody to tell. */
async function reportIfHeld(
  work: Work,
  { answer, lookupId }: ResultCard,
  { settings, ...report }: Omit<MissedReport, "lookupId"> & { readonly settings: LookupSettings },
): Promise<void> {
  if (answer === "held") await reportMissed(work, { ...report, lookupId }, settings);
}

const lacking = {
  unscheduled: "This role may not look a child up in unscheduled care (activity B0107).",
  scheduled: "This role may not look a child up silently (activity B0170).",
} as const;
