import { expect } from "@playwright/test";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { readFigures, type FiguresRead } from "@/server/domain/insight/read-figures";
import { answerKinds } from "@/server/vocabulary/answer";
import { londonDate } from "@/server/vocabulary/london-time";
import type { Measure } from "@/server/vocabulary/measure";
import type { Role } from "@/server/vocabulary/permission";
import type { PeriodRequest } from "@/server/vocabulary/period";
import { test as base } from "@/test/support/database";
import { makePast, type Past, type PastAlert, type PastLookup } from "@/test/support/make-past";
import { makeWorld, type World } from "@/test/support/make-world";

const seed = 20261105;
const now = new Date("2026-11-05T22:30:00Z");
/** Holds the night on which the clocks go back, 25 October. */
const whole = { from: "2026-10-10", to: "2026-11-05" };
const period: PeriodRequest = whole;

interface Given {
  readonly worlds: readonly [World, World];
  readonly past: Past;
  readonly service: Database;
  readonly figuresFor: (role: Role, asked?: PeriodRequest) => Promise<FiguresRead>;
}

const test = base.extend<Given & { own: { ownerUrl: string; appUrl: string } }>({
  own: async ({ freshDatabase }, use) => use(await freshDatabase()),
  worlds: async ({ own }, use) => use([await makeWorld(own, now), await makeWorld(own, now)]),
  past: async ({ worlds }, use, info) => {
    info.annotations.push({ type: "seed", description: String(seed) });
    await use(await makePast({ seed, worlds, from: new Date("2026-09-28T22:00:00Z"), to: now, count: 900 }));
  },
  service: async ({ own }, use) => {
    const service = connectDatabase({ url: own.appUrl, connections: 4 });
    await use(service);
    await service.$disconnect();
  },
  figuresFor: async ({ service, worlds: [world] }, use) =>
    use(async (role, asked = period) => {
      const actor = await world.person(role);
      return withWork(service, { actor, now }, (work) => readFigures(work, asked));
    }),
});

interface Told {
  readonly lookups: readonly PastLookup[];
  readonly alerts: readonly PastAlert[];
}

test("the operator's figures are those of the whole service, in all, by day and by authority", async ({
  past,
  figuresFor,
}) => {
  const read = await figuresFor("operator");

  const told = inPeriod(past);
  expect(read.total).toEqual(figuresOf(told));
  expectEveryDay(read, told);
  expect(read.grouping).toBe("authority");
  for (const { id, figures } of read.groups) {
    const alerts = told.alerts.filter(({ authorityId }) => authorityId === id);
    expect(figures).toEqual(figuresOf({ lookups: [], alerts }));
  }
  expect(read.groups).toHaveLength(2);
});

test("a health manager's figures are those of their own organisation, by care setting", async ({
  past,
  worlds: [world],
  figuresFor,
}) => {
  const read = await figuresFor("health-manager");

  const told = inPeriod(past, (row) => row.organisationId === world.trust.id);
  expect(read.total).toEqual(figuresOf(told));
  expectEveryDay(read, told);
  expect(read.grouping).toBe("setting");
  for (const { id, figures } of read.groups) {
    expect(figures).toEqual(figuresOf(inPeriod(past, (row) => row.careSettingId === id)));
  }
  expect(read.groups.map(({ name }) => name)).toEqual(
    ["Ambulance", "Control room"].map((setting) => `${setting}, ${world.trust.name}`),
  );
});

test("an authority manager's figures are those of alerts to the authority and the lookups behind them", async ({
  past,
  worlds: [world],
  figuresFor,
}) => {
  const read = await figuresFor("authority-manager");

  const own = past.alerts.filter(({ authorityId }) => authorityId === world.authority.id);
  const behind = new Set(own.flatMap(({ lookupIds }) => lookupIds));
  const told = inPeriod({ alerts: own, lookups: past.lookups.filter(({ id }) => behind.has(id)) });
  expect(read.total).toEqual(figuresOf(told));
  expectEveryDay(read, told);
  expect(read.measures).toEqual(["lookups", "raised", "taken", "unreached", "median-wait", "long-wait"]);
});

test("a period of days ends today and counts both clocks' midnight right", async ({ past, figuresFor }) => {
  const read = await figuresFor("operator", { days: 28 });

  expect(read).toMatchObject({ from: "2026-10-09", to: "2026-11-05", asAt: now });
  expect(read.days).toHaveLength(28);
  expect(read.total).toEqual(figuresOf(inPeriod(past, undefined, { from: "2026-10-09", to: "2026-11-05" })));
});

test("a service without any past has figures of nought and no waits", async ({ figuresFor }) => {
  const read = await figuresFor("operator", { days: 7 });

  expect(read.total).toEqual(figuresOf({ lookups: [], alerts: [] }));
  expect(read.groups).toEqual([]);
  expect(read.days.map(({ figures }) => figures)).toEqual(Array(7).fill(read.total));
});

for (const role of [
  "crew",
  "control-room",
  "duty-social-worker",
  "data-officer",
  "privacy-officer",
] as const) {
  test(`${role} is refused, and the views show them nothing`, async ({ past, worlds: [world], service }) => {
    const actor = await world.person(role);

    await expect(withWork(service, { actor, now }, (work) => readFigures(work, period))).rejects.toThrow(
      "Your role does not allow this.",
    );
    const seen = await withWork(service, { actor, now }, ({ tx }) => {
      return tx.$queryRaw`select lookup_id from lookup_fact union all select alert_id from alert_fact
        union all select failure_id from failed_lookup_fact`;
    });
    expect(past.lookups).not.toHaveLength(0);
    expect(seen).toEqual([]);
  });
}

test("looking at figures is put on record", async ({ worlds: [world], figuresFor }) => {
  await figuresFor("operator");

  const rows = await world.sql("select action, outcome, detail, role from audit");
  expect(rows).toEqual([
    {
      action: "insight:read",
      outcome: "done",
      detail: "figures, 2026-10-10 to 2026-11-05",
      role: "operator",
    },
  ]);
});

type IsTold = (row: PastLookup | PastAlert) => boolean;

function inPeriod(past: Told, isTold: IsTold = () => true, { from, to } = whole): Told {
  const isWithin = (at: Date) => londonDate(at) >= from && londonDate(at) <= to;
  return {
    lookups: past.lookups.filter((row) => isTold(row) && isWithin(row.askedAt)),
    alerts: past.alerts.filter((row) => isTold(row) && isWithin(row.raisedAt)),
  };
}

function expectEveryDay(read: FiguresRead, told: Told): void {
  for (const { day, figures } of read.days) {
    const lookups = told.lookups.filter(({ askedAt }) => londonDate(askedAt) === day);
    const alerts = told.alerts.filter(({ raisedAt }) => londonDate(raisedAt) === day);
    expect(figures, day).toEqual(figuresOf({ lookups, alerts }));
  }
  expect(read.days).toHaveLength(27);
}

/** The figures once more, from what the test remembers of the past. */
function figuresOf({ lookups, alerts }: Told): Record<Measure, unknown> {
  const [held, noneHeld, couldNotCheck] = answerKinds.map(
    (kind) => lookups.filter(({ answer }) => answer === kind).length,
  );
  const waits = alerts
    .flatMap(({ raisedAt, takenAt }) => (takenAt ? [(takenAt.getTime() - raisedAt.getTime()) / 1_000] : []))
    .sort((a, b) => a - b);
  return {
    lookups: lookups.length,
    held: held ?? 0,
    "none-held": noneHeld ?? 0,
    "could-not-check": couldNotCheck ?? 0,
    raised: alerts.length,
    taken: waits.length,
    unreached: alerts.filter(({ isUnreached }) => isUnreached).length,
    "median-wait": percentile(waits, 0.5),
    "long-wait": percentile(waits, 0.9),
  };
}

/** Between the two neighbours, in proportion; compared to the nearest microsecond. */
function percentile(sorted: readonly number[], share: number): unknown {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  const value = below + (above - below) * (place - Math.floor(place));
  return expect.closeTo(value, 6);
}
