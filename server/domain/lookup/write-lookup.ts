import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AnswerKind } from "@/server/vocabulary/answer";
import { LookupId, type CareSettingId } from "@/server/vocabulary/ids";
import type { LookupRequest } from "@/server/vocabulary/lookup-request";

export interface LookupToWrite {
  readonly actor: PersonActor;
  readonly careSettingId: CareSettingId;
  readonly mode: "unscheduled" | "scheduled";
  readonly request: LookupRequest;
  readonly answer: AnswerKind;
}

const Written = z.array(z.object({ id: LookupId })).max(1);

/**
 * Writes the question and its answer down. Gives undefined where the same request was committed in the meantime by a
 * second tap: then nothing is written.
 */
export async function writeLookup(work: Work, lookup: LookupToWrite): Promise<LookupId | undefined> {
  const { actor, careSettingId, mode, request, answer } = lookup;
  const rows: unknown = await work.tx.$queryRaw`
    insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer, reason,
      call_back_number, number_source, asked_at)
    values (${actor.personId}::uuid, ${request.requestId}::uuid, ${actor.organisationId}::uuid, ${careSettingId}::uuid,
      ${actor.role}, ${mode}, ${request.nhsNumber}, ${answer}, ${request.reason ?? null},
      ${request.callBackNumber ?? null}, ${request.numberSource ?? "typed"}, ${work.now})
    on conflict (person_id, request_id) do nothing
    returning id`;

  return Written.parse(rows)[0]?.id;
}

/** Writes the attendance that later viewers of this child see. Held answers of unscheduled care only. */
export async function writeAttendance(work: Work, lookupId: LookupId, lookup: LookupToWrite): Promise<void> {
  const { actor, careSettingId, request } = lookup;
  await work.tx.$executeRaw`
    insert into attendance (lookup_id, nhs_number, organisation_id, care_setting_id, person_id, role, reason, attended_at)
    values (${lookupId}::uuid, ${request.nhsNumber}, ${actor.organisationId}::uuid, ${careSettingId}::uuid,
      ${actor.personId}::uuid, ${actor.role}, ${request.reason ?? null}, ${work.now})`;
}
