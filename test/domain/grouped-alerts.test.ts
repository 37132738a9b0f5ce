import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { groupAll, groupAlerts } from "@/server/domain/insight/packed/group-alerts";
import { countBars, countStepSeconds, rowOfStep } from "@/server/domain/insight/count-times";
import { countBelow, countSeconds, secondsAt } from "@/server/domain/insight/packed/count-seconds";
import { none, unpack } from "@/server/domain/insight/packed/unpack";
import { withWork } from "@/server/db/work";
import { distributionEdges, targetSeconds } from "@/server/vocabulary/alert-step";
import { systemActor } from "@/server/vocabulary/actor";
import { test as ofService } from "@/test/support/service";

const seconds = fc.oneof(
  fc.constant(none),
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 2 ** 17 - 2, max: 2 ** 17 + 2 }),
  fc.integer({ min: 0, max: 2 ** 31 - 1 }),
);
// Small groups are put in order, large ones beside each other are counted in the same room.
const alerts = fc.oneof(
  fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), seconds), { maxLength: 200 }),
  fc.array(fc.tuple(fc.integer({ min: -1, max: 1 }), seconds), {
    minLength: 250,
    maxLength: 400,
    size: "max",
  }),
);

test("groups have the counts and the exact percentiles of their own alerts, and all together theirs", () => {
  fc.assert(
    fc.property(alerts, (pairs) => {
      const keys = Int32Array.from(pairs.map(([key]) => key));
      const waits = Int32Array.from(pairs.map(([, wait]) => wait));
      const counted = countSeconds(waits);
      const groups = groupAlerts(keys, waits);

      expect([...groups.keys()].toSorted()).toEqual([...new Set(keys)].toSorted());
      for (const [key, group] of groups) {
        expect(group).toEqual(figuresOf(pairs.filter(([of]) => of === key).map(([, wait]) => wait)));
      }
      expect(groupAll(counted)).toEqual(figuresOf([...waits]));
    }),
  );
});

test("those that have seconds come in the order of their seconds, as if they were compared, and no other", () => {
  fc.assert(
    fc.property(fc.array(seconds, { maxLength: 300 }), (waits) => {
      const compared = waits.filter((wait) => wait !== none).toSorted((one, other) => one - other);
      const counted = countSeconds(Int32Array.from(waits));
      expect(counted.reached).toBe(compared.length);
      expect(compared.map((_, at) => secondsAt(counted, at))).toEqual(compared);
    }),
  );
});

test("those below a limit, in time and in each bar are counted as if one by one", () => {
  fc.assert(
    fc.property(fc.array(seconds, { maxLength: 200 }), fc.nat({ max: 2 ** 17 + 4 }), (waits, limit) => {
      const counted = countSeconds(Int32Array.from(waits));
      const reached = waits.filter((wait) => wait !== none);
      const step = { part: "all", step: "taken", ...counted } as const;
      const edges = [0, ...distributionEdges, Infinity];

      expect(countBelow(counted, limit)).toBe(reached.filter((wait) => wait < limit).length);
      expect(rowOfStep(step).inTime).toBe(reached.filter((wait) => wait <= targetSeconds.taken).length);
      for (const { bar, alerts: count } of countBars(step)) {
        const isIn = (wait: number) => wait >= (edges[bar] ?? 0) && wait < (edges[bar + 1] ?? 0);
        expect(count).toBe(reached.filter(isIn).length);
      }
      expect(countBars(step).reduce((sum, bar) => sum + bar.alerts, 0)).toBe(reached.length);
    }),
  );
});

test("days that are split where there are alerts on one side only have noughts on the other", () => {
  const column = [packed([30, none, 90])];
  const columns = { shown: column, taken: column, answered: column, closed: column };
  const days = { numbers: [5, 6], times: [1, 2] };
  const counted = countStepSeconds({ count: 3, days, columns }, "taken", 5);

  expect(
    counted.map(rowOfStep).map(({ part, raised, reached, median }) => [part, raised, reached, median]),
  ).toEqual([
    ["all", 3, 2, 30],
    ["before", 0, 0, null],
    ["after", 3, 2, 30],
  ]);
  expect(counted.flatMap(countBars)).toEqual([
    { part: "all", bar: 1, alerts: 1 },
    { part: "all", bar: 2, alerts: 1 },
    { part: "after", bar: 1, alerts: 1 },
    { part: "after", bar: 2, alerts: 1 },
  ]);
});

test("before and after a day are the alerts of those days, wherever a stretch of days ends", () => {
  const day = fc.array(seconds, { maxLength: 40 });
  const stretches = fc.array(fc.array(day, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(stretches, fc.nat({ max: 20 }), (given, splitDay) => {
      const byDay = given.flat();
      const column = given.map((days) => packed(days.flat()));
      const columns = { shown: column, taken: column, answered: column, closed: column };
      const days = { numbers: [...byDay.keys()], times: byDay.map(({ length }) => length) };
      const counted = countStepSeconds({ count: byDay.flat().length, days, columns }, "taken", splitDay);

      expect(counted.map((one) => groupAll(one))).toEqual(
        [byDay, byDay.slice(0, splitDay), byDay.slice(splitDay)].map((those) => figuresOf(those.flat())),
      );
    }),
  );
});

/** As `lantern_packed` packs them. */
function packed(numbers: readonly number[]) {
  const digits = (number: number, count: number): string =>
    count === 0 ? "" : digits(Math.floor(number / 90), count - 1) + String.fromCharCode(33 + (number % 90));
  const signs = numbers.map((number) => {
    if (number === none) return "~";
    return number < 8_100 ? digits(number, 2) : `}${digits(number, 5)}`;
  });
  return { text: signs.join(""), count: numbers.length };
}

/** As the definition says it: the smallest that at least so many in a hundred do not exceed. */
function figuresOf(waits: readonly number[]) {
  const reached = waits.filter((wait) => wait !== none);
  const within = (hundredths: number) => {
    const enough = reached.filter(
      (wait) => reached.filter((other) => other <= wait).length * 100 >= reached.length * hundredths,
    );
    return enough.length === 0 ? null : Math.min(...enough);
  };
  return {
    raised: waits.length,
    reached: reached.length,
    median: within(50),
    ninetieth: within(90),
    ninetyNinth: within(99),
  };
}

ofService("whatever PostgreSQL packs is unpacked as it was", async ({ service, now }) => {
  const edges = [null, 0, 1, 89, 90, 8_099, 8_100, 728_999, 729_000, 65_610_000, 2 ** 31 - 1];
  const numbers = [
    ...edges,
    ...edges.toReversed(),
    ...Array.from({ length: 200 }, (_, place) => place * 331),
  ];
  const [row] = await withWork(
    service.database,
    { actor: systemActor("worker"), now },
    ({ tx }) =>
      tx.$queryRaw<{ text: string }[]>`
      select string_agg(lantern_packed(number), '' order by place) as text
      from unnest(${numbers}::int[]) with ordinality as given (number, place)`,
  );

  const text = row?.text ?? "";
  expect([...unpack([{ text, count: numbers.length }])]).toEqual(numbers.map((number) => number ?? none));
  for (const count of [numbers.length - 1, numbers.length + 1]) {
    expect(() => unpack([{ text, count }])).toThrow("not as many numbers");
  }
  // What one stretch of days lacks is not made good by the next.
  const [whole, short] = [
    { text, count: numbers.length },
    { text, count: numbers.length - 1 },
  ];
  expect([...unpack([whole, { text: "", count: 0 }, whole])]).toHaveLength(2 * numbers.length);
  expect(() => unpack([short, { text: "", count: 1 }])).toThrow("not as many numbers");
  expect([...unpack([])]).toEqual([]);
});
