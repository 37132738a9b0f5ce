import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { secondsToWait } from "@/server/domain/lookup/too-often";

const now = new Date("2026-11-23T21:14:00Z");
const ago = (...seconds: number[]) => seconds.map((second) => new Date(now.getTime() - second * 1_000));

const table = [
  { title: "nothing asked yet", askedAt: ago(), limit: 3, seconds: 0 },
  { title: "one below the limit", askedAt: ago(1, 2), limit: 3, seconds: 0 },
  { title: "at the limit", askedAt: ago(5, 20, 50), limit: 3, seconds: 10 },
  {
    title: "over the limit, the one that has to pass counts",
    askedAt: ago(5, 20, 40, 59),
    limit: 3,
    seconds: 20,
  },
  { title: "in any order", askedAt: ago(50, 5, 20), limit: 3, seconds: 10 },
  { title: "a minute ago no longer counts", askedAt: ago(5, 20, 60), limit: 3, seconds: 0 },
  { title: "parts of a second are rounded up", askedAt: ago(59.7), limit: 1, seconds: 1 },
  { title: "a clock that ran ahead", askedAt: ago(-5), limit: 1, seconds: 65 },
];

for (const { title, askedAt, limit, seconds } of table) {
  test(`${title}: ${seconds} seconds to wait`, () => {
    expect(secondsToWait(askedAt, limit, now)).toBe(seconds);
  });
}

const past = fc.array(fc.integer({ min: 0, max: 90_000 }).map((milliseconds) => milliseconds / 1_000));

test("whoever waits as long as they are told may ask, and a minute is always enough", () => {
  fc.assert(
    fc.property(past, fc.integer({ min: 1, max: 10 }), (seconds, limit) => {
      const wait = secondsToWait(ago(...seconds), limit, now);
      const later = new Date(now.getTime() + wait * 1_000);

      expect(wait).toBeLessThanOrEqual(60);
      expect(secondsToWait(ago(...seconds), limit, later)).toBe(0);
    }),
  );
});

test("nobody is made to wait a second longer than needed", () => {
  fc.assert(
    fc.property(past, fc.integer({ min: 1, max: 10 }), (seconds, limit) => {
      const wait = secondsToWait(ago(...seconds), limit, now);
      fc.pre(wait > 1);

      expect(
        secondsToWait(ago(...seconds), limit, new Date(now.getTime() + (wait - 1) * 1_000)),
      ).toBeGreaterThan(0);
    }),
  );
});
