import { expect } from "@playwright/test";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { readFigures, type FiguresRead } from "@/server/domain/insight/read-figures";
import type { Role } from "@/server/vocabulary/permission";
import type { PeriodRequest } from "@/server/vocabulary/period";
import { countFigures } from "@/test/support/count-figures";
import { pastNow, test as base } from "@/test/support/counted-past";
import { countedTables } from "@/test/support/counted-tables";
import { dayOf } from "@/test/support/day-of";
import { figuresOf, type Told } from "@/test/support/figures-of";
import type { PastAlert, PastLookup } from "@/test/support/make-past";
import { makeWorld } from "@/test/support/make-world";

/** Holds the night on which the clocks go back, 25 October. */
const whole = { from: "2026-10-10", to: "2026-11-05" };
const period: PeriodRequest = whole;

const test = base.extend<{
  readonly figuresFor: (role: Role, asked?: PeriodRequest) => Promise<FiguresRead>;
}>({
  figuresFor: async ({ as }, use) =>
    use((role, asked = period) => as(role, (work) => readFigures(work, asked))),
});

test("the operator's figures are those of the whole service, in all, by day and by authority", async ({
  counted: { past },
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
  counted: {
    past,
    worlds: [world],
  },
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
  counted: {
    past,
    worlds: [world],
  },
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

test("a period of days ends today and counts both clocks' midnight right", async ({
  counted: { past },
  figuresFor,
}) => {
  const read = await figuresFor("operator", { days: 28 });

  expect(read).toMatchObject({ from: "2026-10-09", to: "2026-11-05", countedAt: pastNow, isBehind: false });
  expect(read.parts).toHaveLength(28);
  expect(read.total).toEqual(figuresOf(inPeriod(past, undefined, { from: "2026-10-09", to: "2026-11-05" })));
});

for (const [unit, from, role] of [
  ["week", "2026-06-01", "operator"],
  ["month", "2024-10-01", "health-manager"],
] as const) {
  test(`many days are figures by ${unit}, exact in each, the cut ends too`, async ({
    counted: {
      past,
      worlds: [{ trust }],
    },
    figuresFor,
  }) => {
    const read = await figuresFor(role, { from, to: "2026-11-03" });
    const isTheirs = (row: PastAlert | PastLookup) => role === "operator" || row.organisationId === trust.id;

    expect([read.unit, read.parts[0]?.from, read.parts.at(-1)?.isWhole]).toEqual([unit, from, false]);
    for (const part of read.parts) {
      expect(part.figures, part.from).toEqual(figuresOf(inPeriod(past, isTheirs, part)));
    }
    expect(read.total).toEqual(figuresOf(inPeriod(past, isTheirs, read)));
  });
}

test("before anything was counted figures are nought, without waits, and say that they are behind", async ({
  freshDatabase,
}) => {
  const own = await freshDatabase();
  const operator = await (await makeWorld(own, pastNow)).person("operator");
  const service = connectDatabase({ url: own.appUrl, connections: 2 });
  const read = () =>
    withWork(service, { actor: operator, now: pastNow }, (work) => readFigures(work, { days: 7 }));

  const before = await read();
  expect(before.total).toEqual(figuresOf({ lookups: [], alerts: [] }));
  expect(before.groups).toEqual([]);
  expect(before.parts.map(({ figures }) => figures)).toEqual(Array(7).fill(before.total));
  expect(before).toMatchObject({ countedAt: undefined, isBehind: true });

  for (const [minutes, isBehind] of [
    [6, true],
    [4, false],
  ] as const) {
    const countedAt = new Date(pastNow.getTime() - minutes * 60_000);
    await countFigures(service, countedAt);
    expect(await read()).toMatchObject({ countedAt, isBehind });
  }
  await service.$disconnect();
});

const countNothing = [
  "crew",
  "control-room",
  "duty-social-worker",
  "data-officer",
  "privacy-officer",
] as const;
for (const role of countNothing) {
  test(`${role} is refused, and neither facts nor figures show them anything`, async ({ counted, as }) => {
    expect(counted.past.lookups).not.toHaveLength(0);
    await expect(as(role, (work) => readFigures(work, period))).rejects.toThrow(
      "Your role does not allow this.",
    );
    for (const name of [
      "lookup_fact",
      "alert_fact",
      "failed_lookup_fact",
      "lookup_to_count",
      "alert_to_count",
      "figure_word",
      "list_act_to_count",
      "changed_day",
      ...countedTables,
    ]) {
      expect(await as(role, ({ tx }) => tx.$queryRawUnsafe(`select * from ${name}`)), name).toEqual([]);
    }
  });
}

test("who works for both authorities counts a lookup once that told both, and each authority has it", async ({
  counted: { past, worlds, service },
}) => {
  const manager = await worlds[0].person("authority-manager");
  const authorityIds = worlds.map(({ authority }) => authority.id);
  const read = await withWork(
    service.database,
    { actor: { ...manager, authorityIds }, now: pastNow },
    (work) => readFigures(work, period),
  );

  const told = new Set(past.alerts.flatMap(({ lookupIds }) => lookupIds));
  const all = inPeriod({ alerts: past.alerts, lookups: past.lookups.filter(({ id }) => told.has(id)) });
  expect(read.total).toEqual(figuresOf(all));
  expectEveryDay(read, all);
  for (const { id, figures } of read.groups) {
    const alerts = past.alerts.filter(({ authorityId }) => authorityId === id);
    const behind = new Set(alerts.flatMap(({ lookupIds }) => lookupIds));
    const lookups = past.lookups.filter((lookup) => behind.has(lookup.id));
    expect(figures).toEqual(figuresOf(inPeriod({ alerts, lookups })));
  }
});

test("looking at figures is put on record", async ({ counted, as }) => {
  const [world] = counted.worlds;
  const { personId } = await as("operator", async (work) => {
    await readFigures(work, period);
    if (work.actor.kind !== "person") throw new Error("an operator is a person");
    return work.actor;
  });

  const rows = await world.sql("select action, outcome, detail, role from audit where person_id = $1", [
    personId,
  ]);
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
  const isWithin = (at: Date) => dayOf(at) >= from && dayOf(at) <= to;
  return {
    lookups: past.lookups.filter((row) => isTold(row) && isWithin(row.askedAt)),
    alerts: past.alerts.filter((row) => isTold(row) && isWithin(row.raisedAt)),
  };
}

function expectEveryDay(read: FiguresRead, told: Told): void {
  for (const { from: day, figures } of read.parts) {
    const lookups = told.lookups.filter(({ askedAt }) => dayOf(askedAt) === day);
    const alerts = told.alerts.filter(({ raisedAt }) => dayOf(raisedAt) === day);
    expect(figures, day).toEqual(figuresOf({ lookups, alerts }));
  }
  expect(read.parts).toHaveLength(27);
}
