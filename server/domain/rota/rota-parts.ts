import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import { applyChanges } from "@/server/domain/rota/apply-changes";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import { shiftsOfPatterns } from "@/server/domain/rota/shifts-of-patterns";
import { PersonId } from "@/server/vocabulary/ids";
import { addDays, londonDate } from "@/server/vocabulary/london-time";
import { bankHolidayRules, changeKinds } from "@/server/vocabulary/rota";

const OneOff = z
  .object({ id: z.uuid(), teamId: z.uuid(), personId: PersonId, rung: z.number() })
  .extend({ startsAt: z.coerce.date(), endsAt: z.coerce.date() })
  .transform(({ id, ...shift }): RotaShift => {
    return { ...shift, origin: { kind: "one-off", id, insteadOf: null } };
  });

export const PatternRow = z.object({
  patternId: z.uuid(),
  teamId: z.uuid(),
  personId: PersonId,
  rung: z.number(),
  weekdays: z.array(z.number()),
  everyWeeks: z.number(),
  startsAtMinute: z.number(),
  endsAtMinute: z.number(),
  bankHolidays: z.enum(bankHolidayRules),
  firstOn: z.iso.date(),
  lastOn: z.iso.date().nullable(),
});

export const ChangeRow = z.object({
  changeId: z.uuid(),
  teamId: z.uuid(),
  personId: PersonId.nullable(),
  rung: z.number().nullable(),
  coverId: PersonId.nullable(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  kind: z.enum(changeKinds),
  madeAt: z.coerce.date(),
});

/** What a rota is made of, as the columns of `partsOfRota` give it. */
export const RotaParts = z.object({
  oneOffs: z.array(OneOff),
  patterns: z.array(PatternRow),
  changes: z.array(ChangeRow),
});

/** Shifts of which some part lies between these two are given, from their true beginning to their true end. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/** The shifts as they are worked: patterns and single entries as the changes leave them, in order. Pure. */
export function shiftsOfParts(
  { oneOffs, patterns, changes }: z.infer<typeof RotaParts>,
  { from, to }: Stretch,
): readonly RotaShift[] {
  const planned = [...oneOffs, ...shiftsOfPatterns(patterns, from, to)];
  return applyChanges(planned, changes)
    .filter(({ startsAt, endsAt }) => startsAt < to && from < endsAt)
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime() || one.rung - other.rung);
}

/** No shift is longer than this, so what changes one that touches the stretch is no further away. */
const longestShiftDays = 8;

/** Columns for a `select`, which `RotaParts` reads: what the rotas of these teams are made of. `teams` is a set of ids. */
export function partsOfRota(teams: Prisma.Sql, { from, to }: Stretch): Prisma.Sql {
  const [firstDay, lastDay] = [addDays(londonDate(from), -1), londonDate(to)];
  return Prisma.sql`
    (select coalesce(json_agg(json_build_object('id', id, 'teamId', duty_team_id, 'personId', person_id,
        'rung', rung, 'startsAt', starts_at, 'endsAt', ends_at) order by starts_at, id), '[]')
      from shift where duty_team_id in (${teams}) and cancelled_at is null
        and starts_at < ${to}::timestamptz and ends_at > ${from}::timestamptz) as "oneOffs",
    (select coalesce(json_agg(json_build_object('patternId', id, 'teamId', duty_team_id, 'personId', person_id,
        'rung', rung, 'weekdays', weekdays, 'everyWeeks', every_weeks, 'startsAtMinute', starts_at_minute,
        'endsAtMinute', ends_at_minute, 'bankHolidays', bank_holidays, 'firstOn', first_on, 'lastOn', last_on)
        order by id), '[]')
      from shift_pattern where duty_team_id in (${teams}) and first_on <= ${lastDay}::date
        and (last_on is null or last_on >= ${firstDay}::date)) as patterns,
    (select coalesce(json_agg(json_build_object('changeId', id, 'teamId', duty_team_id, 'personId', person_id,
        'rung', rung, 'coverId', cover_id, 'startsAt', starts_at, 'endsAt', ends_at, 'kind', kind,
        'madeAt', made_at)), '[]')
      from shift_change where duty_team_id in (${teams}) and undone_at is null
        and starts_at < ${to}::timestamptz + make_interval(days => ${longestShiftDays}::int)
        and ends_at > ${from}::timestamptz - make_interval(days => ${longestShiftDays}::int)) as changes`;
}
