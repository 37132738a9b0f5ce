import { expect } from "@playwright/test";
import type { createCaller } from "@/server/api/root";
import { alertOutcomes } from "@/server/vocabulary/alert-outcome";
import { timeBreakdowns, type AlertStep } from "@/server/vocabulary/alert-step";
import { couldNotCheckCause, couldNotCheckCauses } from "@/server/vocabulary/could-not-check-cause";
import type { CountedRows } from "@/server/vocabulary/counted-rows";
import { addDays } from "@/server/vocabulary/london-time";
import { appointmentKinds } from "@/server/vocabulary/missed-appointment";
import { RowsCut, sourceNames } from "@/server/vocabulary/rows-cut";
import { allPages, identities, test } from "@/test/support/counted-reports";

const period = { from: "2026-10-10", to: "2026-11-05" };

type Caller = ReturnType<typeof createCaller>;

/** A figure, and the rows that it opens. */
interface Figure {
  readonly rows: number;
  readonly measure: CountedRows;
  readonly cut?: { readonly by: RowsCut["by"]; readonly is: string; readonly place?: string };
  readonly days?: { readonly from: string; readonly to: string };
}

/** Each looks closely at another step. */
const managers = [
  ["operator", undefined, "answered"],
  ["health-manager", undefined, "taken"],
  ["authority-manager", undefined, "closed"],
  ["authority-manager", "both", "answered"],
] as const;
for (const [role, both, step] of managers) {
  const who = both ? "manager of two authorities" : role;

  test(`each figure of Time to a human opens exactly the rows that it counts: ${who}`, async ({
    callerFor,
  }) => {
    const caller = await callerFor(role, both);
    const figures = await timesFigures(caller, step);

    await expectRows(caller, figures);
    const counted = figures.filter(({ rows }) => rows > 0);
    for (const by of ["setting", "channel", "rung", "hour-of-week", "bar"]) {
      expect(counted.filter(({ cut }) => cut?.by === by).length, by).toBeGreaterThan(1);
    }
  });

  test(`each figure of Activity opens exactly the rows that it counts: ${who}`, async ({ callerFor }) => {
    const caller = await callerFor(role, both);
    const figures = await activityFigures(caller);

    await expectRows(caller, figures);
    const counted = figures.filter(({ rows }) => rows > 0);
    const hasAnswers = role !== "authority-manager";
    for (const by of [
      "setting",
      "source",
      "hour",
      "outcome",
      "decided",
      "appointment",
      ...(hasAnswers ? ["cause"] : []),
    ]) {
      expect(counted.filter(({ cut }) => cut?.by === by).length, by).toBeGreaterThan(1);
    }
  });
}

for (const [role, both] of managers) {
  test(`what a setting did in the weeks of uptake opens exactly its rows: ${both ? "two authorities" : role}`, async ({
    callerFor,
  }) => {
    const caller = await callerFor(role, both);
    const { settings, weeks, counted } = await caller.uptake.read();
    const measure: CountedRows = counted === "alerts" ? "raised" : "lookups";
    const figures = settings.flatMap(({ settingId, counts }) =>
      weeks.slice(-3).map(({ from }, place) => ({
        rows: counts.slice(-3)[place] ?? -1,
        measure,
        cut: { by: "setting" as const, is: settingId },
        days: { from, to: addDays(from, 6) },
      })),
    );

    await expectRows(caller, figures);
    // An operator is shown those alone that have gone quiet, and there is none.
    expect(figures.some(({ rows }) => rows > 0)).toBe(role !== "operator");
  });
}

const inTime = { shown: "shown-in-time", taken: "taken-in-time", answered: "answered-in-time" } as const;

async function timesFigures(caller: Caller, step: AlertStep): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const by of timeBreakdowns) {
    const read = await caller.insight.times({ period, step, by });
    const bars = read.bars.map(({ bar, alerts }) => ({ rows: alerts, measure: step, cut: barOf(bar) }));
    const groups = read.groups
      .filter(({ key }) => by !== "hour-of-week" || isLookedAt(key))
      .flatMap(({ key, raised, reached }) => {
        const days = read.parts.find(({ from }) => from === key) ?? period;
        const slice = by === "day" ? { days } : { cut: { by, is: key } };
        return [
          { rows: raised, measure: "raised" as const, ...slice },
          { rows: reached, measure: step, ...slice },
        ];
      });
    figures.push(...bars, ...groups, ...read.steps.flatMap((row) => ofStep(row.step, row)));
  }
  return once(figures);
}

function barOf(bar: number) {
  return { by: "bar" as const, is: String(bar) };
}

/** Some hours of the week, and that of Sunday which comes twice when the clocks go back. */
function isLookedAt(hourOfWeek: string): boolean {
  return Number(hourOfWeek) % 5 === 0;
}

function ofStep(
  step: AlertStep,
  row: { readonly raised: number; readonly reached: number; readonly inTime: number },
) {
  return [
    { rows: row.raised, measure: "raised" as const },
    { rows: row.reached, measure: step },
    ...(step !== "closed" ? [{ rows: row.inTime, measure: inTime[step] }] : []),
  ];
}

async function activityFigures(caller: Caller): Promise<readonly Figure[]> {
  const read = await caller.insight.activity({ period });
  const lookupsOf = (isMeant: (kind: (typeof read.kinds)[number]) => boolean) =>
    read.kinds.filter(isMeant).reduce((sum, { lookups }) => sum + lookups, 0);
  const reports = (kind: "referral" | "missed", word: string) =>
    read.reports.find((row) => row.kind === kind && row.word === word)?.reports ?? 0;
  const figures: Figure[] = [
    ...Object.keys(sourceNames).map((is) => ({
      rows: lookupsOf(({ channel }) => channel === is),
      measure: "lookups" as const,
      cut: { by: "source" as const, is },
    })),
    ...couldNotCheckCauses.map((is) => ({
      rows: lookupsOf(
        (kind) => kind.answer === "could-not-check" && couldNotCheckCause(kind.cause ?? "") === is,
      ),
      measure: "could-not-check" as const,
      cut: { by: "cause" as const, is },
    })),
    ...read.hours.map((rows, hour) => ({
      rows,
      measure: "lookups" as const,
      cut: { by: "hour" as const, is: String(hour) },
    })),
    ...read.settings.flatMap(({ id = "none", place, lookups, ...answers }) => {
      const cut = { by: "setting" as const, is: id, ...(place !== null && { place }) };
      return [
        { rows: lookups, measure: "lookups" as const, cut },
        { rows: answers.held, measure: "held" as const, cut },
        { rows: answers.none_held, measure: "none-held" as const, cut },
        { rows: answers.could_not_check, measure: "could-not-check" as const, cut },
      ];
    }),
    ...[...alertOutcomes, null].map((outcome) => ({
      rows: read.outcomes.find((row) => row.outcome === outcome)?.alerts ?? 0,
      measure: "raised" as const,
      cut: { by: "outcome" as const, is: outcome ?? "none" },
    })),
    ...["in-time", "late", "not-decided"].map((is) => ({
      rows: reports("referral", is),
      measure: "referrals" as const,
      cut: { by: "decided" as const, is },
    })),
    ...appointmentKinds.map((is) => ({
      rows: reports("missed", is),
      measure: "missed" as const,
      cut: { by: "appointment" as const, is },
    })),
  ];
  return figures;
}

/** Each step and breakdown says the same of all alerts once more. */
function once(figures: readonly Figure[]): readonly Figure[] {
  return [...new Map(figures.map((figure) => [JSON.stringify(figure), figure])).values()];
}

async function expectRows(caller: Caller, figures: readonly Figure[]): Promise<void> {
  for (const { rows, measure, cut, days = period } of figures) {
    const { from, to } = days;
    const request = { measure, period: { from, to }, ...(cut && { cut: RowsCut.parse(cut) }) };
    const pages = await allPages(caller, request);
    const ids = pages.flatMap((page) => page.rows.map(({ id }) => id));
    expect(JSON.stringify(pages)).not.toMatch(identities);
    expect(ids, JSON.stringify(request)).toHaveLength(rows);
    expect(new Set(ids).size).toBe(ids.length);
    const { counted } = await caller.insight.rowsFile(request);
    expect(counted, JSON.stringify(request)).toBe(rows);
  }
}
