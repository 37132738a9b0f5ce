import { Prisma } from "@/server/db/generated/client";
import type { AlertColumn } from "@/server/domain/insight/packed/counted-alerts";
import { none } from "@/server/domain/insight/packed/unpack";
import type { RowsQuestion } from "@/server/domain/insight/rows/rows-question";
import { groupColumn } from "@/server/domain/insight/scope";
import type { RowsOfAlerts } from "@/server/vocabulary/counted-rows";
import { barSeconds, type RowsCut } from "@/server/vocabulary/rows-cut";

/** What makes an alert one of those that a figure counts: as it was counted, and as its facts say it. Both are the same. */
export interface AlertCondition {
  readonly column: AlertColumn;
  /** By the word that stands behind the code in the column; one that was never counted by has no code, and no alert. */
  readonly word?: string;
  /** By the number in the column, and the code of the word if there is one. */
  readonly isCounted: (value: number, code: number) => boolean;
  /** By the columns of `raised`. */
  readonly isFact: Prisma.Sql;
}

/** All that an alert has to be. */
export function alertConditions(
  { scope: { grouping }, request: { groupId, cut } }: RowsQuestion,
  behind: RowsOfAlerts,
): readonly AlertCondition[] {
  return [
    ...ofStage(behind),
    ...(groupId === undefined
      ? []
      : [isWord(grouping, groupId, Prisma.sql`raised.${groupColumn(grouping)} = ${groupId}::uuid`)]),
    ...(cut === undefined ? [] : (ofCut[cut.by]?.(cut.is, behind) ?? [])),
  ];
}

function ofStage({ stage, within }: RowsOfAlerts): readonly AlertCondition[] {
  if (stage === "raised") return [];
  const isThere: AlertCondition = {
    column: stage,
    isCounted: (value) => value !== none,
    isFact: Prisma.sql`${times[stage]} is not null`,
  };
  if (within === undefined || stage === "unreached") return [isThere];
  return [isThere, tookUpTo(stage, { from: 0, below: within + 1 })];
}

/** What else rows are counted apart by is of no alert. */
const ofCut: Partial<Record<RowsCut["by"], (is: string, behind: RowsOfAlerts) => readonly AlertCondition[]>> =
  {
    setting: (is) => [isWord("setting", is, isOfSetting(is))],
    channel: (is) => [isWord("channel", is, Prisma.sql`channel = ${is}`)],
    outcome: (is) => [is === "none" ? isNotClosed : isWord("outcome", is, Prisma.sql`outcome = ${is}`)],
    rung: (is) => [isRung(is)],
    // That its facts are of the hour is a matter of when they are looked for.
    "hour-of-week": (is) => [
      { column: "hour", isCounted: (value) => value === Number(is) % 24, isFact: Prisma.sql`true` },
    ],
    bar: (is, { stage }) =>
      stage === "raised" || stage === "unreached" ? [] : [tookUpTo(stage, barSeconds(is))],
  };

function isOfSetting(setting: string): Prisma.Sql {
  return setting === "none" ? Prisma.sql`false` : Prisma.sql`raised.care_setting_id = ${setting}::uuid`;
}

function isWord(column: AlertColumn, word: string, isFact: Prisma.Sql): AlertCondition {
  return { column, word, isCounted: (value, code) => value === code, isFact };
}

const isNotClosed: AlertCondition = {
  column: "outcome",
  isCounted: (value) => value === none,
  isFact: Prisma.sql`outcome is null`,
};

function isRung(rung: string): AlertCondition {
  return rung === "none"
    ? { column: "rung", isCounted: (value) => value === none, isFact: Prisma.sql`rung is null` }
    : {
        column: "rung",
        isCounted: (value) => value === Number(rung),
        isFact: Prisma.sql`rung = ${Number(rung)}::int`,
      };
}

type Step = Exclude<RowsOfAlerts["stage"], "raised" | "unreached">;

function tookUpTo(
  step: Step,
  { from, below }: { readonly from: number; readonly below: number },
): AlertCondition {
  const isBelow = below === Infinity ? Prisma.sql`true` : Prisma.sql`${secondsTo(step)} < ${below}::int`;
  return {
    column: step,
    isCounted: (value) => value !== none && value >= from && value < below,
    isFact: Prisma.sql`(${secondsTo(step)} >= ${from}::int and ${isBelow})`,
  };
}

const times = {
  shown: Prisma.sql`shown_at`,
  taken: Prisma.sql`taken_at`,
  answered: Prisma.sql`answered_at`,
  closed: Prisma.sql`closed_at`,
  unreached: Prisma.sql`unreached_at`,
} as const;

/** Whole seconds as they are counted, never below nought: the clocks of two machines differ a little. Null where it did not come to it. */
export function secondsTo(step: Step): Prisma.Sql {
  return Prisma.sql`case when ${times[step]} is not null
    then floor(greatest(0, extract(epoch from ${times[step]} - at)))::int end`;
}
