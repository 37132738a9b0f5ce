import { Prisma } from "@/server/db/generated/client";
import type { Scope } from "@/server/domain/insight/scope";
import type { Period } from "@/server/vocabulary/period";

/** Every question asked in the period, answered or failed, as a common table: the facts behind all lookup figures. */
export function askedFacts({ isTheirs, isTheirFailure }: Scope, { startsAt, endsAt }: Period): Prisma.Sql {
  return Prisma.sql`asked as (
    select lookup_id as id, asked_at as at, organisation_id, care_setting_id, authority_id, mode, answer
    from lookup_fact where asked_at >= ${startsAt} and asked_at < ${endsAt} and ${isTheirs}
    union all
    select failure_id, failed_at, organisation_id, care_setting_id, null, mode, 'could-not-check'
    from failed_lookup_fact where failed_at >= ${startsAt} and failed_at < ${endsAt} and ${isTheirFailure})`;
}

/** Every alert raised in the period, as a common table: the facts behind all alert figures. */
export function raisedFacts({ isTheirs }: Scope, { startsAt, endsAt }: Period): Prisma.Sql {
  return Prisma.sql`raised as (
    select alert_id as id, raised_at as at, reference, organisation_id, care_setting_id, authority_id, shown_at,
      taken_at, unreached_at, extract(epoch from taken_at - raised_at)::float8 as seconds_to_taken
    from alert_fact where raised_at >= ${startsAt} and raised_at < ${endsAt} and ${isTheirs})`;
}
