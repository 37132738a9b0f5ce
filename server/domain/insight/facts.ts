import { Prisma } from "@/server/db/generated/client";
import type { Scope } from "@/server/domain/insight/scope";
import type { DaySpan } from "@/server/vocabulary/period";

/** Every question asked in these spans, answered or failed, as a common table: the facts behind all lookup figures. */
export function askedFacts({ isTheirs, isTheirFailure }: Scope, spans: readonly DaySpan[]): Prisma.Sql {
  return Prisma.sql`asked as (
    select lookup_id as id, asked_at as at, organisation_id, care_setting_id, authority_id, mode, answer, channel, cause
    from lookup_fact where ${isWithin(Prisma.sql`asked_at`, spans)} and ${isTheirs}
    union all
    select failure_id, failed_at, organisation_id, care_setting_id, null, mode, 'could-not-check', 'not-known', cause
    from failed_lookup_fact where ${isWithin(Prisma.sql`failed_at`, spans)} and ${isTheirFailure})`;
}

/** Every alert raised in these spans, as a common table: the facts behind all alert figures. */
export function raisedFacts({ isTheirs }: Scope, spans: readonly DaySpan[]): Prisma.Sql {
  return Prisma.sql`raised as (
    select alert_id as id, raised_at as at, reference, organisation_id, care_setting_id, authority_id, shown_at,
      taken_at, unreached_at, answered_at, closed_at, rung, outcome, channel
    from alert_fact where ${isWithin(Prisma.sql`raised_at`, spans)} and ${isTheirs})`;
}

/** Every referral made in these spans, and in a word how it was decided. */
export function referralFacts({ isTheirs }: Scope, spans: readonly DaySpan[]): Prisma.Sql {
  return Prisma.sql`referred as (
    select referral_id as id, made_at as at, reference, organisation_id, authority_id, due_at, decided_at,
      case when decided_at is null then 'not-decided' when decided_at <= due_at then 'in-time' else 'late' end as word
    from referral_fact where ${isWithin(Prisma.sql`made_at`, spans)} and ${isTheirs})`;
}

/** Every missed appointment reported in these spans, once for each authority that was told, with its kind as a word. */
export function missedFacts({ isTheirs }: Scope, spans: readonly DaySpan[]): Prisma.Sql {
  return Prisma.sql`missed as (
    select missed_id as id, reported_at as at, alert_id, reference, organisation_id, care_setting_id, authority_id,
      appointment_kind as word
    from missed_fact where ${isWithin(Prisma.sql`reported_at`, spans)} and ${isTheirs})`;
}

/** Span by span, each by the index of the time. */
function isWithin(at: Prisma.Sql, spans: readonly DaySpan[]): Prisma.Sql {
  if (spans.length === 0) return Prisma.sql`false`;
  const each = spans.map(({ startsAt, endsAt }) => Prisma.sql`(${at} >= ${startsAt} and ${at} < ${endsAt})`);
  return Prisma.sql`(${Prisma.join(each, " or ")})`;
}
