import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { readRowPages } from "@/server/domain/insight/rows-file/read-row-pages";
import { pastNow } from "@/test/support/counted-past";
import { allPages, test } from "@/test/support/counted-reports";

const period = { from: "2026-10-10", to: "2026-11-05" };
// One slice of a file, which is read whatever was counted.
const week = { from: "2026-10-27", to: "2026-11-02" };

for (const measure of ["raised", "lookups"] as const) {
  test(`facts of another organisation’s setting are in no file of ${measure}, also where nothing was counted of them`, async ({
    all: { service, worlds },
    callerFor,
  }) => {
    const asked = { measure, period: week, cut: { by: "setting" as const, is: worlds[1].careSetting.id } };
    const [first] = await allPages(await callerFor("operator"), asked);
    expect(first?.rows.length).toBeGreaterThan(0);

    const actor = await worlds[0].person("health-manager");
    const pages = await withWork(service.database, { actor, now: pastNow }, (work) =>
      Array.fromAsync(readRowPages(work, asked)),
    );
    expect(pages.flat()).toEqual([]);
  });
}

test("an alert that nobody took has no seconds to taken, on the page and in the file", async ({
  all: { service, worlds },
  callerFor,
}) => {
  const request = { measure: "raised" as const, period };
  const pages = await allPages(await callerFor("operator"), request);
  const alerts = pages.flatMap((page) => (page.of === "alerts" ? page.rows : []));
  for (const { taken_at, seconds } of alerts) expect(seconds === null).toBe(taken_at === null);
  const notTaken = alerts.filter(({ taken_at }) => taken_at === null);
  expect(notTaken.length).toBeGreaterThan(0);
  expect(notTaken.length).toBeLessThan(alerts.length);

  const actor = await worlds[0].person("operator");
  const cells = await withWork(service.database, { actor, now: pastNow }, (work) =>
    Array.fromAsync(readRowPages(work, request)),
  );
  expect(cells.flat().filter((row) => row.at(-1) === "")).toHaveLength(notTaken.length);
});
