import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { listRows } from "@/server/domain/insight/list-rows";
import { readFigures } from "@/server/domain/insight/read-figures";
import { readTimes } from "@/server/domain/insight/read-times";
import type { Period } from "@/server/vocabulary/period";
import { countFigures } from "@/test/support/count-figures";
import { pastNow } from "@/test/support/counted-past";
import { test as base } from "@/test/support/database";
import { migratedDatabase } from "@/test/support/database-server";
import { dayOf } from "@/test/support/day-of";
import { figuresOf, type Told } from "@/test/support/figures-of";
import { makePast, type Past } from "@/test/support/make-past";
import { makeService } from "@/test/support/make-service";
import { makeWorld } from "@/test/support/make-world";

/** Whatever happened, all through five years and much of it in hours that days are easily cut wrong in. */
const stretches = [
  { from: "2021-11-05T00:00:00Z", to: "2026-11-05T22:00:00Z", count: 700 },
  { from: "2024-02-28T22:00:00Z", to: "2024-03-01T02:00:00Z", count: 60 },
  { from: "2024-12-31T22:00:00Z", to: "2025-01-01T02:00:00Z", count: 60 },
  // The hour from one to two does not come, and midnight of the next day is at eleven.
  { from: "2026-03-28T22:00:00Z", to: "2026-03-30T01:00:00Z", count: 80 },
] as const;

interface FiveYears {
  readonly told: Told;
  /** Does a use case for an operator. */
  readonly as: <Result>(useCase: (work: Work) => Promise<Result>) => Promise<Result>;
}

/** Made once for all tests of this file, which read it. */
const test = base.extend<object, { fiveYears: FiveYears }>({
  fiveYears: [
    async ({}, use) => {
      const urls = await migratedDatabase();
      const pasts: Past[] = [];
      for (const [seed, { from, to, count }] of stretches.entries()) {
        const worlds = [await makeWorld(urls, pastNow), await makeWorld(urls, pastNow)] as const;
        pasts.push(await makePast({ seed, worlds, from: new Date(from), to: new Date(to), count }));
      }
      const operator = await (await makeWorld(urls, pastNow)).person("operator");
      const { database, stop } = makeService(urls.appUrl);
      await countFigures(database, pastNow);
      await use({
        told: {
          lookups: pasts.flatMap(({ lookups }) => lookups),
          alerts: pasts.flatMap(({ alerts }) => alerts),
        },
        as: (useCase) => withWork(database, { actor: operator, now: pastNow }, useCase),
      });
      await stop();
      await urls.drop();
    },
    { scope: "worker" },
  ],
});

function within({ lookups, alerts }: Told, { from, to }: Pick<Period, "from" | "to">): Told {
  const isWithin = (at: Date) => dayOf(at) >= from && dayOf(at) <= to;
  return {
    lookups: lookups.filter(({ askedAt }) => isWithin(askedAt)),
    alerts: alerts.filter(({ raisedAt }) => isWithin(raisedAt)),
  };
}

test("five years are exact in all and in each month, over leap day, turns of the year and both changes of the clock", async ({
  fiveYears: { told, as },
}) => {
  const read = await as((work) => readFigures(work, { days: 1826 }));
  const times = await as((work) => readTimes(work, { period: { days: 1826 }, step: "taken", by: "day" }));

  expect([read.from, read.to, read.unit]).toEqual(["2021-11-06", "2026-11-05", "month"]);
  expect(read.parts).toHaveLength(61);
  for (const part of read.parts) expect(part.figures, part.from).toEqual(figuresOf(within(told, part)));
  const all = figuresOf(within(told, read));
  expect(read.total).toEqual(all);
  expect(all.lookups).toBeGreaterThan(850);
  expect(times.steps.find(({ step }) => step === "taken")).toMatchObject({
    raised: all.raised,
    reached: all.taken,
    median: all["median-wait"],
    ninetieth: all["long-wait"],
  });
  const rows = await as((work) => listRows(work, { measure: "raised", period: { days: 1826 } }));
  expect([rows.from, rows.to]).toEqual(["2021-11-06", "2026-11-05"]);
  expect(rows.rows.length).toBeGreaterThan(10);
});

for (const [day, from, to] of [
  ["a leap day", "2024-02-28", "2024-03-01"],
  ["the turn of a year", "2024-12-31", "2025-01-01"],
  ["the day on which the clocks go forward", "2026-03-28", "2026-03-30"],
] as const) {
  test(`each day is exact about ${day}`, async ({ fiveYears: { told, as } }) => {
    const read = await as((work) => readFigures(work, { from, to }));

    expect(read.unit).toBe("day");
    for (const part of read.parts) {
      const figures = figuresOf(within(told, part));
      expect(part.figures, part.from).toEqual(figures);
      expect(figures.lookups, part.from).toBeGreaterThan(0);
    }
  });
}
