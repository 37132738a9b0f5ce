import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import {
  countBars,
  countGroups,
  countSteps,
  type BarRow,
  type GroupRow,
  type StepRow,
} from "@/server/domain/insight/count-times";
import { nameGroups } from "@/server/domain/insight/name-groups";
import { readAge, type FiguresAge } from "@/server/domain/insight/read-age";
import { countedScope, type CountedAs } from "@/server/domain/insight/scope";
import type { TimeBreakdown } from "@/server/vocabulary/alert-step";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { periodOf, type Period } from "@/server/vocabulary/period";
import { Refusal } from "@/server/vocabulary/refusal";
import { cutPeriod, type PeriodPart, type PeriodUnit } from "@/server/vocabulary/period-parts";
import type { TimesRequest } from "@/server/vocabulary/times-request";

export interface TimesRead extends FiguresAge, CountedAs {
  readonly from: LondonDate;
  readonly to: LondonDate;
  readonly request: TimesRequest;
  readonly steps: readonly StepRow[];
  readonly bars: readonly BarRow[];
  /** By what the days of the period are looked at, and every part of it. */
  readonly unit: PeriodUnit;
  readonly parts: readonly PeriodPart[];
  /**
   * By day: every part of the period, by its first day. By hour of the week: numbers from Monday's first hour. Else only
   * what there is, with its name.
   */
  readonly groups: readonly (GroupRow & { readonly name: string })[];
}

/** How long it takes from a look to a human: shown, taken, answered, closed; all together, spread out and compared. */
export async function readTimes(work: Work, request: TimesRequest): Promise<TimesRead> {
  const { scope, countedAs } = await countedScope(work);
  const period = periodOf(request.period, work.now, countedAs.mostDays);
  refuseSplitOutside(period, request.splitOn);
  const question = { scope, period, splitOn: request.splitOn };
  const age = await readAge(work);
  const steps = await countSteps(work, question);
  const bars = await countBars(work, question, request.step);
  const { unit, parts } = cutPeriod(period);
  const key = request.by === "day" ? firstDayOf(parts) : keys[request.by];
  const found = await countGroups(work, question, { step: request.step, key });
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `times, ${period.from} to ${period.to}`,
  });

  const groups = request.by === "day" ? everyPart(parts, found) : found;
  const names = request.by === "setting" ? await settingNames(work, groups) : new Map<string, string>();
  return {
    ...age,
    ...countedAs,
    from: period.from,
    to: period.to,
    request,
    unit,
    parts,
    steps,
    bars,
    groups: groups.map((group) => ({ ...group, name: names.get(group.key) ?? group.key })),
  };
}

function refuseSplitOutside({ from, to }: Period, splitOn: LondonDate | undefined): void {
  if (splitOn === undefined || (splitOn > from && splitOn <= to)) return;
  throw new Refusal("invalid", "Choose a day to compare that is after the first day and not after the last.");
}

const keys: Readonly<Record<Exclude<TimeBreakdown, "day">, Prisma.Sql>> = {
  "hour-of-week": Prisma.sql`(extract(isodow from day)::int - 1) * 24 + hour`,
  setting: Prisma.sql`care_setting_id`,
  // Not taken, and taken without having been told: there was no channel.
  channel: Prisma.sql`coalesce(channel, 'none')`,
  rung: Prisma.sql`rung`,
};

const nothing = { raised: 0, reached: 0, median: null, ninetieth: null, ninety_ninth: null };

/** The first day of the part in which a day is. */
function firstDayOf(parts: readonly PeriodPart[]): Prisma.Sql {
  const firsts = Prisma.sql`${parts.map(({ from }) => from)}::date[]`;
  return Prisma.sql`(${firsts})[width_bucket(day, ${firsts})]`;
}

function everyPart(parts: readonly PeriodPart[], found: readonly GroupRow[]): readonly GroupRow[] {
  const byFirst = new Map(found.map((group) => [group.key, group]));
  return parts.map(({ from }) => byFirst.get(from) ?? { key: from, ...nothing });
}

async function settingNames(work: Work, groups: readonly GroupRow[]): Promise<ReadonlyMap<string, string>> {
  const named = await nameGroups(
    work,
    "setting",
    groups.map(({ key }) => key),
  );
  return new Map(named.map(({ id, name }) => [id, name]));
}
