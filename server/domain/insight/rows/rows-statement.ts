import { Prisma } from "@/server/db/generated/client";
import { askedFacts, missedFacts, raisedFacts, referralFacts } from "@/server/domain/insight/facts";
import { alertConditions, secondsTo } from "@/server/domain/insight/rows/alert-conditions";
import { lookupConditions } from "@/server/domain/insight/rows/lookup-conditions";
import type { RowsQuestion } from "@/server/domain/insight/rows/rows-question";
import { spansOfRows } from "@/server/domain/insight/rows/spans-of-rows";
import { rowsBehind, stepOf, type RowsOfAlerts, type RowsOfLookups } from "@/server/vocabulary/counted-rows";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { DaySpan } from "@/server/vocabulary/period";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

/** The statement that gives the rows behind a figure that are of these days, newest first. */
export function rowsStatement(question: RowsQuestion, days: readonly LondonDate[]): Prisma.Sql {
  const behind = rowsBehind[question.request.measure];
  const spans = spansOfRows(days, question.request.cut);
  switch (behind.of) {
    case "lookups":
      return lookups(question, spans, behind);
    case "alerts":
      return alerts(question, spans, behind);
    case "referrals":
      return referrals(question, spans);
    case "missed":
      return missed(question, spans);
  }
}

function lookups(question: RowsQuestion, spans: readonly DaySpan[], behind: RowsOfLookups): Prisma.Sql {
  const conditions = lookupConditions(question, behind).map(({ isFact }) => isFact);
  return Prisma.sql`
    with ${askedFacts(question.scope, spans)}
    select distinct asked.id, at, organisation.name as organisation, care_setting.name as setting, mode, answer
    from asked left join organisation on organisation.id = asked.organisation_id
      left join care_setting on care_setting.id = asked.care_setting_id
    where ${all(conditions)} and ${isAfter(question.request, Prisma.sql`asked`)}
    order by at desc, asked.id desc`;
}

function alerts(question: RowsQuestion, spans: readonly DaySpan[], behind: RowsOfAlerts): Prisma.Sql {
  const conditions = alertConditions(question, behind).map(({ isFact }) => isFact);
  return Prisma.sql`
    with ${raisedFacts(question.scope, spans)}
    select raised.id, at, reference, authority.name as authority, organisation.name as organisation,
      care_setting.name as setting, shown_at, taken_at, unreached_at, ${secondsTo(stepOf(behind))} as seconds
    from raised join organisation authority on authority.id = raised.authority_id
      join organisation on organisation.id = raised.organisation_id
      join care_setting on care_setting.id = raised.care_setting_id
    where ${all(conditions)} and ${isAfter(question.request, Prisma.sql`raised`)}
    order by at desc, raised.id desc`;
}

function referrals({ scope, request }: RowsQuestion, spans: readonly DaySpan[]): Prisma.Sql {
  return Prisma.sql`
    with ${referralFacts(scope, spans)}
    select referred.id, at, reference, authority.name as authority, organisation.name as organisation, due_at, decided_at
    from referred join organisation authority on authority.id = referred.authority_id
      join organisation on organisation.id = referred.organisation_id
    where ${isOfWord(request)} and ${isAfter(request, Prisma.sql`referred`)}
    order by at desc, referred.id desc`;
}

function missed({ scope, request }: RowsQuestion, spans: readonly DaySpan[]): Prisma.Sql {
  return Prisma.sql`
    with ${missedFacts(scope, spans)}
    select missed.id, at, alert_id, reference, word as kind, authority.name as authority,
      organisation.name as organisation, care_setting.name as setting
    from missed join organisation authority on authority.id = missed.authority_id
      join organisation on organisation.id = missed.organisation_id
      join care_setting on care_setting.id = missed.care_setting_id
    where ${isOfWord(request)} and ${isAfter(request, Prisma.sql`missed`)}
    order by at desc, missed.id desc`;
}

/** Under which word reports that are asked for were counted, where not all of their kind are meant. */
export function isOfWord({ cut }: RowsRequest): Prisma.Sql {
  return cut?.by === "decided" || cut?.by === "appointment" ? Prisma.sql`word = ${cut.is}` : Prisma.sql`true`;
}

function isAfter({ after }: RowsRequest, facts: Prisma.Sql): Prisma.Sql {
  return after === undefined
    ? Prisma.sql`true`
    : Prisma.sql`(${facts}.at, ${facts}.id) < (${after.at}, ${after.id}::uuid)`;
}

function all(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], " and ");
}
