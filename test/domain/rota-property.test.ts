import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { applyChanges } from "@/server/domain/rota/apply-changes";
import { shiftsOfPatterns } from "@/server/domain/rota/shifts-of-patterns";
import { addDays } from "@/server/vocabulary/london-time";
import { amira, ben, cara, makeChange, makeOneOff, makePattern, onCallAt } from "@/test/support/make-rota";
import { naiveRota, nameOf, withOverlap } from "@/test/support/naive-rota";

/** Some days around both clock changes, Easter, and Christmas with its substitute day. */
const firstDays = ["2026-03-27", "2026-04-02", "2026-10-23", "2026-12-24"] as const;
const lengthInMinutes = 5 * 1_440;

const aPerson = fc.constantFrom(amira, ben, cara);
const aRung = fc.constantFrom(1, 2);
/** Mostly round times, and the minutes around the hour that is skipped or comes twice. */
const aMinuteOfDay = fc.oneof(
  fc.nat(47).map((half) => half * 30),
  fc.integer({ min: 55, max: 125 }),
);

const aPattern = fc.record({
  personId: aPerson,
  rung: aRung,
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  everyWeeks: fc.constantFrom(1, 1, 2, 3),
  startsAtMinute: aMinuteOfDay,
  endsAtMinute: aMinuteOfDay,
  bankHolidays: fc.constantFrom("works" as const, "off" as const, "only" as const),
  startsBefore: fc.nat(20),
  lastsFor: fc.option(fc.nat(25)),
});

const aSpan = fc
  .tuple(fc.integer({ min: 1_440, max: lengthInMinutes - 1 }), fc.integer({ min: 1, max: 2_000 }))
  .map(([first, length]) => ({ first, end: Math.min(first + length, lengthInMinutes) }));
const aOneOff = fc.record({ personId: aPerson, rung: aRung, span: aSpan });
const aChange = fc.record({
  kind: fc.constantFrom("absence", "swap", "takeover"),
  personId: aPerson,
  coverId: aPerson,
  rung: aRung,
  isOfAllRungs: fc.boolean(),
  span: aSpan,
});

const aRota = fc.record({
  firstDay: fc.constantFrom(...firstDays),
  patterns: fc.array(aPattern, { maxLength: 4 }),
  oneOffs: fc.array(aOneOff, { maxLength: 3 }),
  changes: fc.array(aChange, { maxLength: 4 }),
  overlap: fc.constantFrom(0, 1, 15, 90),
});
type DrawnRota = typeof aRota extends fc.Arbitrary<infer Drawn> ? Drawn : never;

test("whatever the patterns, entries and changes: on call is who a minute-by-minute rota says", () => {
  fc.assert(
    fc.property(aRota, fc.array(fc.integer({ min: 1_440, max: lengthInMinutes - 1 })), (drawn, minutes) => {
      const start = new Date(`${drawn.firstDay}T00:00:00Z`);
      const parts = partsOf(drawn, start);
      const [from, to] = [new Date(start.getTime()), instantAt(start, lengthInMinutes)];
      const naive = naiveRota(start, lengthInMinutes, parts);
      const shifts = applyChanges(
        [...shiftsOfPatterns(parts.patterns, from, to), ...parts.oneOffs],
        parts.changes,
      );

      // Every quarter of an hour, and some minutes at random.
      const quarters = Array.from({ length: 4 * 96 }, (_, place) => 1_440 + place * 15);
      const places = [...quarters, ...minutes];
      const expected = places.map((place) => [...withOverlap(naive, place, drawn.overlap)]);
      const actual = places.map((place) => {
        const rungs = onCallAt(shifts, instantAt(start, place), drawn.overlap);
        return [...rungs].flatMap(([rung, people]) => people.map((personId) => nameOf({ personId, rung })));
      });
      expect(inOrder(actual, places)).toEqual(inOrder(expected, places));
    }),
    { numRuns: 200 },
  );
});

function partsOf({ firstDay, patterns, oneOffs, changes }: DrawnRota, start: Date) {
  const iso = (minute: number) => instantAt(start, minute).toISOString();
  return {
    patterns: patterns.map(({ startsBefore, lastsFor, ...pattern }) => {
      const firstOn = addDays(firstDay, -startsBefore);
      return makePattern({
        ...pattern,
        firstOn,
        lastOn: lastsFor === null ? null : addDays(firstOn, lastsFor),
      });
    }),
    oneOffs: oneOffs.map(({ span, ...shift }) => makeOneOff(iso(span.first), iso(span.end), shift)),
    changes: changes.map(({ span, kind, isOfAllRungs, personId, coverId, rung }, place) => {
      const madeAt = instantAt(start, place);
      const common = { kind: kind as "swap", madeAt };
      if (kind === "takeover")
        return makeChange(iso(span.first), iso(span.end), { ...common, personId: null, rung, coverId });
      const cover = kind === "absence" ? null : coverId;
      const rungOf = isOfAllRungs ? null : rung;
      return makeChange(iso(span.first), iso(span.end), {
        ...common,
        personId,
        rung: rungOf,
        coverId: cover,
      });
    }),
  };
}

function instantAt(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

/** With the minute beside the names, so that a difference says when it is. */
function inOrder(people: readonly (readonly string[])[], places: readonly number[]) {
  return people.map((names, index) => ({ minute: places[index], names: names.toSorted() }));
}
