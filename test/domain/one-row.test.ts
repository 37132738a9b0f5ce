import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { acknowledgeAlert } from "@/server/domain/alert/hold/acknowledge-alert";
import { exportFigures } from "@/server/domain/insight/export-figures";
import { listRows } from "@/server/domain/insight/list-rows";
import { readActivity } from "@/server/domain/insight/read-activity";
import { readFigures } from "@/server/domain/insight/read-figures";
import { readTimes } from "@/server/domain/insight/read-times";
import type { Role } from "@/server/vocabulary/permission";
import { countFigures } from "@/test/support/count-figures";
import { makeAlert } from "@/test/support/make-alert";
import { test as base } from "@/test/support/service";

const period = { days: 28 } as const;
const times = { period, step: "taken", by: "setting" } as const;

const test = base.extend<{
  readonly as: <Result>(role: Role, useCase: (work: Work) => Promise<Result>) => Promise<Result>;
}>({
  as: async ({ world, service, now }, use) =>
    use(async (role, useCase) => {
      const actor = await world.person(role);
      return withWork(service.database, { actor, now }, useCase);
    }),
});

for (const role of ["authority-manager", "health-manager", "operator"] as const) {
  test(`of a single look, alert and taking the ${role} has pages and rows, and files that hide it`, async ({
    world,
    service,
    now,
    as,
  }) => {
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
    const { nhsNumber } = await world.plan();
    const { alertId } = await makeAlert(service, {
      crew: await world.person("crew"),
      nhsNumber,
      now: at(-600),
    });
    const duty = await world.person("duty-social-worker");
    await withWork(service.database, { actor: duty, now: at(-510) }, (work) =>
      acknowledgeAlert(work, alertId),
    );
    await countFigures(service.database, now);

    const { total } = await as(role, (work) => readFigures(work, period));
    expect(total).toMatchObject({ lookups: 1, raised: 1, taken: 1, "median-wait": 90, "long-wait": 90 });
    const { groups } = await as(role, (work) => readTimes(work, times));
    expect(groups).toMatchObject([{ raised: 1, reached: 1, median: 90, ninetieth: 90, ninetyNinth: 90 }]);
    const activity = await as(role, (work) => readActivity(work, period));
    expect(activity.kinds.map(({ lookups }) => lookups)).toEqual([1]);
    expect(activity.settings.map(({ lookups }) => lookups)).toEqual([1]);
    const { rows } = await as(role, (work) => listRows(work, { measure: "taken", period }));
    expect(rows).toHaveLength(1);

    for (const page of ["figures", "activity"] as const) {
      const { lines } = await as(role, (work) => exportFigures(work, { page, period }));
      expect(lines.filter(([, , , number]) => /^(?:[1-4]|90)$/.test(number))).toEqual([]);
    }
    const file = await as(role, (work) => exportFigures(work, { page: "times", ...times }));
    expect(file.lines.filter(([, , , number]) => /^(?:[1-4]|90)$/.test(number))).toEqual([]);
  });

  test(`of a period without any look the ${role} has pages of nought, and no error`, async ({
    world,
    service,
    now,
    as,
  }) => {
    await makeAlert(service, {
      crew: await world.person("crew"),
      nhsNumber: (await world.plan()).nhsNumber,
      now,
    });
    await countFigures(service.database, now);
    const before = { from: "2026-10-01", to: "2026-10-31" };

    const { total, groups } = await as(role, (work) => readFigures(work, before));
    expect(total).toMatchObject({ lookups: 0, raised: 0, taken: 0, "median-wait": null, "long-wait": null });
    expect(groups).toEqual([]);
    const activity = await as(role, (work) => readActivity(work, before));
    expect(activity).toMatchObject({ kinds: [], settings: [], reports: [], outcomes: [] });
    expect(activity.hours).toEqual(Array.from({ length: 24 }, () => 0));
    const { rows } = await as(role, (work) => listRows(work, { measure: "lookups", period: before }));
    expect(rows).toEqual([]);
  });
}
