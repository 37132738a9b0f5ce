import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AnswerKind } from "@/server/vocabulary/answer";
import type { ChosenIncident } from "@/server/domain/incident/choose-incident";
import { LookupId, type CareSettingId } from "@/server/vocabulary/ids";
import type { LookupRequest } from "@/server/vocabulary/lookup-request";

export interface LookupToWrite {
  readonly actor: PersonActor;
  readonly careSettingId: CareSettingId;
  readonly mode: "unscheduled" | "scheduled";
  readonly request: LookupRequest;
  readonly answer: AnswerKind;
  readonly incident: ChosenIncident | undefined;
}

const Written = z.array(z.object({ id: LookupId })).max(1);

const noIncident = { incidentId: null, callNumber: null, isNew: false } as const;

/**
 * Writes the question and its answer down, and with the first question of an incident the incident. Gives undefined,
 * and writes no question, where the same request was committed in the meantime by a second tap, or where an incident of
 * this id is there already: a second phone was faster, or it is somebody else's.
 */
export async function writeLookup(work: Work, lookup: LookupToWrite): Promise<LookupId | undefined> {
  const { actor, careSettingId, mode, request, answer } = lookup;
  const { incidentId, callNumber, isNew: isOpening } = lookup.incident ?? noIncident;
  const rows: unknown = await work.tx.$queryRaw`
    with opened as (
      insert into incident (id, organisation_id, person_id, care_setting_id, call_number, opened_at)
      select ${incidentId}::uuid, ${actor.organisationId}::uuid, ${actor.personId}::uuid,
        ${careSettingId}::uuid, ${callNumber}::text, ${work.now}::timestamptz
      where ${isOpening}::boolean
      on conflict do nothing returning id
    )
    insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer, reason,
      call_back_number, number_source, asked_at, incident_id)
    select ${actor.personId}::uuid, ${request.requestId}::uuid, ${actor.organisationId}::uuid, ${careSettingId}::uuid,
      ${actor.role}::text, ${mode}::text, ${request.nhsNumber}::char(10), ${answer}::text, ${request.reason ?? null}::text,
      ${request.callBackNumber ?? null}::text, ${request.numberSource ?? "typed"}::text, ${work.now}::timestamptz,
      ${incidentId}::uuid
    where not ${isOpening}::boolean or exists (select from opened)
    on conflict (person_id, request_id) do nothing
    returning id`;

  return Written.parse(rows)[0]?.id;
}

/**
 * Writes the attendance that later viewers of this child see. Held answers of unscheduled care only. `arrivedAt` is when
 * the child came, where another system has registered that.
 */
export async function writeAttendance(
  work: Work,
  lookupId: LookupId,
  lookup: LookupToWrite & { readonly arrivedAt: Date | undefined },
): Promise<void> {
  const { actor, careSettingId, request, incident } = lookup;
  await work.tx.$executeRaw`
    insert into attendance (lookup_id, nhs_number, organisation_id, care_setting_id, person_id, role, reason, attended_at,
      arrived_at, incident_id)
    values (${lookupId}::uuid, ${request.nhsNumber}, ${actor.organisationId}::uuid, ${careSettingId}::uuid,
      ${actor.personId}::uuid, ${actor.role}, ${request.reason ?? null}, ${work.now},
      ${lookup.arrivedAt ?? null}::timestamptz, ${incident?.incidentId ?? null}::uuid)`;
}
