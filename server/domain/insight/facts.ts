import { Prisma } from "@/server/db/generated/client";
import type { Scope } from "@/server/domain/insight/scope";
import type { DaySpan } from "@/server/vocabulary/period";

/** Every question asked in these spans, answered or failed, as a common table: the facts behind all lookup figures. */
export function askedFacts({ isTheirs, isTheirFailure }: Scope, spans: readonly DaySpan[]): Prisma.Sql {
  return Prisma.sql`asked as (
    select lookup_id as id, asked_at as at, organisation_id, care_setting_id, authority_id, mode, answer
    from lookup_fact where ${isWithin(Prisma.sql`asked_at`, spans)} and ${isTheirs}
    union all
    select failure_id, failed_at, organisation_id, care_setting_id, null, mode, 'could-not-check'
    from failed_lookup_fact where ${isWithin(Prisma.sql`failed_at`, spans)} and ${isTheirFailure})`;
}

/** Every alert raised in these spans, as a common table: the facts behind all alert figures. */
export function raisedFacts({ isTheirs }: Scope, spans: readonly DaySpan[]): Prisma.Sql {
  return Prisma.sql`raised as (
    select alert_id as id, raised_at as at, reference, organisation_id, care_setting_id, authority_id, shown_at,
      taken_at, unreached_at, extract(epoch from taken_at - raised_at)::float8 as seconds_to_taken
    from alert_fact where ${isWithin(Prisma.sql`raised_at`, spans)} and ${isTheirs})`;
}

/** Span by span, each by the index of the time. */
function isWithin(at: Prisma.Sql, spans: readonly DaySpan[]): Prisma.Sql {
  if (spans.length === 0) return Prisma.sql`false`;
  const each = spans.map(({ startsAt, endsAt }) => Prisma.sql`(${at} >= ${startsAt} and ${at} < ${endsAt})`);
  return Prisma.sql`(${Prisma.join(each, " or ")})`;
}
