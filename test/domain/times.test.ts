import { expect } from "@playwright/test";
import { readTimes, type TimesRead } from "@/server/domain/insight/read-times";
import { alertSteps, distributionEdges, targetSeconds, type AlertStep } from "@/server/vocabulary/alert-step";
import { londonMinuteOfDay, londonWeekday } from "@/server/vocabulary/london-time";
import type { TimesRequest } from "@/server/vocabulary/times-request";
import { test } from "@/test/support/counted-past";
import { dayOf } from "@/test/support/day-of";
import type { PastAlert } from "@/test/support/make-past";

const whole = { from: "2026-10-10", to: "2026-11-05" };
const asked: TimesRequest = { period: whole, step: "taken", by: "day" };
const splitOn = "2026-10-25";

for (const split of [undefined, splitOn]) {
  test(`the times of each step are those of the alerts, in all${split ? " and before and after a day" : ""}`, async ({
    counted: { past },
    as,
  }) => {
    const request = { ...asked, ...(split !== undefined && { splitOn: split }) };
    const { steps, bars } = await as("operator", (work) => readTimes(work, request));

    const parts = partsOf(past.alerts.filter(isWithin), split);
    expect(steps).toEqual(
      alertSteps.flatMap((step) =>
        parts.map(([part, alerts]) => {
          const target = targetSeconds[step] ?? -1;
          const inTime = waitsOf(alerts, step).filter((seconds) => seconds <= target).length;
          return { part, step, ...figuresOf(alerts, step), inTime };
        }),
      ),
    );
    expect(steps.every(({ reached }) => reached > 20)).toBe(true);
    expect(bars).toEqual(parts.flatMap(([part, alerts]) => barsOf(part, waitsOf(alerts, "taken"))));
  });
}

function partsOf(alerts: readonly PastAlert[], split: string | undefined) {
  const isBefore = ({ raisedAt }: PastAlert) => dayOf(raisedAt) < (split ?? "");
  const all = ["all", alerts] as const;
  if (split === undefined) return [all];
  return [
    all,
    ["before", alerts.filter(isBefore)] as const,
    ["after", alerts.filter((alert) => !isBefore(alert))] as const,
  ];
}

/** Every alert that came so far is in one bar. */
function barsOf(part: string, waits: readonly number[]) {
  const edges = [0, ...distributionEdges, Infinity];
  return edges
    .slice(1)
    .map((end, bar) => ({
      part,
      bar,
      alerts: waits.filter((seconds) => seconds >= (edges[bar] ?? 0) && seconds < end).length,
    }))
    .filter(({ alerts }) => alerts > 0);
}

const keysOf = {
  day: ({ raisedAt }: PastAlert) => dayOf(raisedAt),
  "hour-of-week": ({ raisedAt }: PastAlert) =>
    String((londonWeekday(raisedAt) - 1) * 24 + Math.floor(londonMinuteOfDay(raisedAt) / 60)),
  setting: ({ careSettingId }: PastAlert) => careSettingId,
  // Nobody of this past has a phone: whoever took one found it on the page.
  channel: () => "none",
  rung: ({ rung }: PastAlert) => String(rung),
} as const;

for (const by of ["day", "hour-of-week", "setting", "channel", "rung"] as const) {
  for (const role of ["operator", "health-manager", "authority-manager"] as const) {
    test(`a ${role} compares the times of their own alerts by ${by}`, async ({
      counted: { past, worlds },
      as,
    }) => {
      const step = by === "rung" ? "answered" : "taken";
      const { groups } = await as(role, (work) => readTimes(work, { ...asked, step, by }));

      const own = role === "health-manager" ? worlds[0].trust.id : worlds[0].authority.id;
      const isTheirs = ({ organisationId, authorityId }: PastAlert) =>
        role === "operator" || [organisationId, authorityId].includes(own);
      const alerts = past.alerts.filter((alert) => isWithin(alert) && isTheirs(alert));
      for (const { key, name, ...figures } of groups) {
        expect(figures, name).toEqual(
          figuresOf(
            alerts.filter((alert) => keysOf[by](alert) === key),
            step,
          ),
        );
      }
      expect(groups.reduce((sum, { raised }) => sum + raised, 0)).toBe(alerts.length);
      if (by === "day") expect(groups).toHaveLength(27);
      if (by === "setting")
        expect(groups.map(({ name }) => name).join()).toContain("Ambulance, Test Ambulance");
    });
  }
}

for (const [unit, from, role] of [
  ["week", "2026-06-01", "operator"],
  ["month", "2024-10-01", "health-manager"],
] as const) {
  test(`the times of many days are compared by ${unit}, with exact medians of each`, async ({
    counted: {
      past,
      worlds: [{ trust }],
    },
    as,
  }) => {
    const period = { from, to: "2026-11-03" };
    const isTheirs = ({ organisationId }: PastAlert) => role === "operator" || organisationId === trust.id;
    const read = await as(role, (work) => readTimes(work, { ...asked, period }));

    expect(read.unit).toBe(unit);
    expect(read.groups.map(({ key }) => key)).toEqual(read.parts.map((part) => part.from));
    for (const { key, name, ...figures } of read.groups) {
      const part = read.parts.find(({ from }) => from === key) ?? period;
      const alerts = past.alerts.filter(
        (alert) => isTheirs(alert) && dayOf(alert.raisedAt) >= part.from && dayOf(alert.raisedAt) <= part.to,
      );
      expect(figures, name).toEqual(figuresOf(alerts, "taken"));
    }
  });
}

test("without any alert there are no times, and every day is there", async ({ as }) => {
  const empty: TimesRead = await as("operator", (work) =>
    readTimes(work, { ...asked, period: { from: "2026-01-01", to: "2026-01-03" } }),
  );

  const nothing = { raised: 0, reached: 0, median: null, ninetieth: null, ninetyNinth: null };
  expect(empty.steps).toEqual(alertSteps.map((step) => ({ part: "all", step, inTime: 0, ...nothing })));
  expect(empty.groups.map(({ raised }) => raised)).toEqual([0, 0, 0]);
  expect(empty.bars).toEqual([]);
});

for (const day of [whole.from, "2026-11-06", "2025-01-01"]) {
  test(`days cannot be split on ${day}, which leaves none before or none after`, async ({ as }) => {
    await expect(as("operator", (work) => readTimes(work, { ...asked, splitOn: day }))).rejects.toThrow(
      "Choose a day to compare that is after the first day and not after the last.",
    );
  });
}

function isWithin({ raisedAt }: PastAlert): boolean {
  return dayOf(raisedAt) >= whole.from && dayOf(raisedAt) <= whole.to;
}

function waitsOf(alerts: readonly PastAlert[], step: AlertStep): number[] {
  return alerts
    .flatMap((alert) => {
      const at = instantOf(alert, step);
      return at ? [Math.floor((at.getTime() - alert.raisedAt.getTime()) / 1_000)] : [];
    })
    .sort((a, b) => a - b);
}

function instantOf({ shownAt, takenAt, answeredAt, closedAt }: PastAlert, step: AlertStep): Date | undefined {
  switch (step) {
    case "shown":
      return shownAt;
    case "taken":
      return takenAt;
    case "closed":
      return closedAt;
    case "answered":
      // Closing an alert is an answer too.
      return [answeredAt, closedAt]
        .filter((at) => at !== undefined)
        .sort((a, b) => a.getTime() - b.getTime())[0];
  }
}

function figuresOf(alerts: readonly PastAlert[], step: AlertStep) {
  const waits = waitsOf(alerts, step);
  const percentile = (share: number) => waits[Math.ceil(waits.length * share) - 1] ?? null;
  return {
    raised: alerts.length,
    reached: waits.length,
    median: percentile(0.5),
    ninetieth: percentile(0.9),
    ninetyNinth: percentile(0.99),
  };
}
