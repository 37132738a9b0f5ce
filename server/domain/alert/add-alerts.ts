import { z } from "zod";
import type { Work } from "@/server/db/work";
import { makeAlertReference } from "@/server/domain/alert/alert-reference";
import type { AlertKind } from "@/server/vocabulary/alert-kind";
import {
  AlertId,
  OrganisationId,
  type CareSettingId,
  type IncidentId,
  type LookupId,
} from "@/server/vocabulary/ids";

const referenceTries = 5;

/** The child as an authority knows it. */
export interface Subject {
  readonly subjectId: string;
  readonly authorityId: OrganisationId;
}

interface NewAlerts {
  readonly kind: AlertKind;
  readonly lookupId: LookupId;
  readonly careSettingId: CareSettingId;
  readonly incidentId: IncidentId | undefined;
  readonly subjects: readonly Subject[];
}

/** An authority that holds several entries of the child is told once. */
export function onePerAuthority(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.toReversed().map((subject) => [subject.authorityId, subject])).values()];
}

/** Two phones that tell of one child at the same moment: the second waits, and then finds the first one's alert. */
export async function waitForTwins(work: Work, subjects: readonly Subject[]): Promise<void> {
  const keys = subjects.map(({ subjectId }) => `raise:${subjectId}`);
  await work.tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(key, 0))::text
    from (select unnest(${keys}::text[]) as key order by key) as keys`;
}

/** A reference that is taken already leaves its authority without an alert: another one is tried. */
export async function addAlerts(work: Work, cause: NewAlerts): Promise<readonly AddedAlert[]> {
  const added: AddedAlert[] = [];
  for (let tries = 0; tries < referenceTries && added.length < cause.subjects.length; tries += 1) {
    const missing = cause.subjects.filter(
      ({ authorityId }) => !added.some((alert) => alert.authorityId === authorityId),
    );
    added.push(...(await addOnce(work, { ...cause, subjects: missing })));
  }
  if (added.length < cause.subjects.length) throw new Error("no free reference for an alert was found");
  return added;
}

const AddedAlert = z.object({ alertId: AlertId, authorityId: OrganisationId });
export type AddedAlert = Readonly<z.infer<typeof AddedAlert>>;

async function addOnce(
  work: Work,
  { kind, lookupId, careSettingId, incidentId, subjects }: NewAlerts,
): Promise<AddedAlert[]> {
  if (work.actor.kind !== "person") throw new Error("only a person raises an alert");

  const rows: unknown[] = await work.tx.$queryRaw`
    insert into alert (reference, kind, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at,
      incident_id)
    select wanted.reference, ${kind}, wanted.authority_id, ${lookupId}::uuid, wanted.subject_id,
      ${work.actor.organisationId}::uuid, ${careSettingId}::uuid, ${work.now}, ${incidentId ?? null}::uuid
    from unnest(
      ${subjects.map(({ subjectId }) => subjectId)}::uuid[],
      ${subjects.map(({ authorityId }) => authorityId)}::uuid[],
      ${subjects.map(makeAlertReference)}::text[]
    ) as wanted (subject_id, authority_id, reference)
    on conflict (reference) do nothing
    returning id as "alertId", authority_id as "authorityId"`;
  return rows.map((row) => AddedAlert.parse(row));
}
