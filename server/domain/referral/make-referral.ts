import { z } from "zod";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { makeAlertReference } from "@/server/domain/alert/alert-reference";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { referralDue } from "@/server/domain/referral/referral-due";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { PersonActor } from "@/server/vocabulary/actor";
import {
  AlertId,
  IncidentId,
  LookupId,
  OrganisationId,
  ReferralId,
  type RequestId,
} from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface NewReferral {
  /** Made on the phone: sent twice, it is one referral. */
  readonly requestId: RequestId;
  /** The person's own looks at the children of one incident. */
  readonly lookupIds: readonly LookupId[];
  /** What the referrer is worried about, at most 4,000 characters. */
  readonly concern: string;
}

const mostCharacters = 4_000;

/**
 * Refers the children of one incident to every authority that was told of them: one referral an authority, to be
 * decided within one working day, on every child's timeline and reminded of when it is overdue. Refuses: not found (not
 * the person's own looks, or nobody was told), invalid (no words, or too many; or
 * children of different incidents).
 */
export async function makeReferral(work: Work, referral: NewReferral): Promise<readonly ReferralId[]> {
  const { actor } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can refer a child.");
  const concern = referral.concern.trim();
  if (concern === "") throw new Refusal("invalid", "Write what you are worried about.");
  if (concern.length > mostCharacters) throw new Refusal("invalid", "Shorten it to 4,000 characters.");

  const made: ReferralId[] = [];
  for (const [authorityId, alertIds] of await alertsByAuthority(work, actor, referral.lookupIds)) {
    made.push(await refer(work, { ...referral, concern, authorityId, alertIds, actor }));
  }
  return made;
}

const Told = z.object({
  authorityId: OrganisationId,
  alertId: AlertId,
  lookupId: LookupId,
  incidentId: IncidentId.nullable(),
});

async function alertsByAuthority(
  { tx }: Work,
  { personId }: PersonActor,
  lookupIds: readonly LookupId[],
): Promise<ReadonlyMap<OrganisationId, readonly AlertId[]>> {
  const rows: unknown[] = await tx.$queryRaw`
    select distinct alert.authority_id as "authorityId", alert.id as "alertId", lookup.id as "lookupId",
      lookup.incident_id as "incidentId"
    from lookup join alert_event event on event.lookup_id = lookup.id and lantern_is_look(event.kind)
      join alert on alert.id = event.alert_id
    where lookup.id = any (${lookupIds}::uuid[]) and lookup.person_id = ${personId}::uuid
    order by 1, 2`;
  const told = rows.map((row) => Told.parse(row));
  if (lookupIds.some((id) => !told.some(({ lookupId }) => lookupId === id)))
    throw new Refusal("not-found", "One of these is no card of yours that told an authority.");

  if (!isOneIncident(told))
    throw new Refusal("invalid", "These children are not of one call. Make a referral for each call.");

  const grouped = new Map<OrganisationId, AlertId[]>();
  for (const { authorityId, alertId } of told) {
    grouped.set(authorityId, [...new Set([...(grouped.get(authorityId) ?? []), alertId])]);
  }
  return grouped;
}

/** A look without an incident is in none with anything else. */
function isOneIncident(told: readonly z.infer<typeof Told>[]): boolean {
  return new Set(told.map(({ incidentId, lookupId }) => incidentId ?? lookupId)).size === 1;
}

interface ToAuthority extends NewReferral {
  readonly authorityId: OrganisationId;
  readonly alertIds: readonly AlertId[];
  readonly actor: PersonActor;
}

async function refer(work: Work, referral: ToAuthority): Promise<ReferralId> {
  const { referralId, isNew } = await write(work, referral);
  if (!isNew) return referralId;

  const { personId } = referral.actor;
  const dueAt = referralDue(work.now);
  for (const alertId of referral.alertIds) {
    await addAlertEvents(work, alertId, [{ kind: "referred", personId, dueAt }]);
    const uniqueKey = `tell:referral:${alertId}`;
    await queueJob(work, { job: { kind: "tell", alertId, purpose: "referral" }, dueAt: work.now, uniqueKey });
  }
  const uniqueKey = `chase:${referralId}`;
  await queueJob(work, { job: { kind: "chase-referral", referralId }, dueAt, uniqueKey });
  await recordAudit(work, { action: "referral:make", outcome: "done", concerns: referralId });
  return referralId;
}

const Written = z.object({ referralId: ReferralId, isNew: z.boolean() });

async function write({ tx, now }: Work, referral: ToAuthority): Promise<z.infer<typeof Written>> {
  const { actor, authorityId, requestId, concern, alertIds } = referral;
  const rows: unknown[] = await tx.$queryRaw`
    with added as (
      insert into referral (reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at)
      values (${makeAlertReference()}, ${authorityId}::uuid, ${actor.organisationId}::uuid, ${actor.personId}::uuid,
        ${requestId}::uuid, ${concern}, ${now}, ${referralDue(now)})
      on conflict (person_id, request_id, authority_id) do nothing returning id
    )
    select id as "referralId", true as "isNew" from added
    union all
    select id, false from referral where person_id = ${actor.personId}::uuid and request_id = ${requestId}::uuid
      and authority_id = ${authorityId}::uuid`;
  const written = Written.parse(rows[0]);
  // A statement of its own: the policy of the children sees a referral only after the statement that added it.
  if (written.isNew) {
    await tx.$executeRaw`
      insert into referral_alert (referral_id, alert_id)
      select ${written.referralId}::uuid, alert_id from unnest(${alertIds}::uuid[]) as child (alert_id)`;
  }
  return written;
}
