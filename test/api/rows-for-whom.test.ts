import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { beginRowsFile } from "@/server/domain/insight/rows-file/begin-rows-file";
import { readRowPages } from "@/server/domain/insight/rows-file/read-row-pages";
import { rowHeadings } from "@/server/domain/insight/rows-file/row-cells";
import { rowsBehind } from "@/server/vocabulary/counted-rows";
import type { RowsRequest } from "@/server/vocabulary/rows-request";
import { pastNow } from "@/test/support/counted-past";
import { identities, test } from "@/test/support/counted-reports";

const period = { from: "2026-10-10", to: "2026-11-05" };

const ofOthers = [
  { measure: "raised", by: "setting" },
  { measure: "lookups", by: "setting" },
] as const;
for (const { measure, by } of ofOthers) {
  test(`${measure} of another organisation’s setting are not shown, even when it is named`, async ({
    all: { worlds },
    callerFor,
  }) => {
    const caller = await callerFor("health-manager");
    const { rows } = await caller.insight.rows({
      measure,
      period,
      cut: { by, is: worlds[1].careSetting.id },
    });
    expect(rows).toEqual([]);
  });
}

const noFigures = [
  { measure: "lookups", cut: { by: "outcome", is: "no-concern" } },
  { measure: "raised", cut: { by: "bar", is: "1" } },
  { measure: "referrals", cut: { by: "decided", is: "tomorrow" } },
  { measure: "missed", groupId: "00000000-0000-4000-8000-000000000000" },
] as const;
for (const asked of noFigures) {
  test(`rows that no figure counts cannot be asked for: ${JSON.stringify(asked)}`, async ({ callerFor }) => {
    const caller = await callerFor("operator");
    const request: unknown = { period, ...asked };

    await expect(caller.insight.rows(request as RowsRequest)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
}

const requests: readonly Omit<RowsRequest, "period">[] = [
  { measure: "raised", cut: { by: "outcome", is: "none" } },
  { measure: "closed", cut: { by: "rung", is: "2" } },
  { measure: "lookups", cut: { by: "hour", is: "13" } },
  { measure: "referrals", cut: { by: "decided", is: "late" } },
  { measure: "missed", cut: { by: "appointment", is: "dental" } },
];
for (const request of requests) {
  test(`a file of ${request.measure} by ${String(request.cut?.by)} has the rows of the figure, nobody’s name, and is on record`, async ({
    all: { service, worlds },
  }) => {
    const actor = await worlds[0].person("authority-manager");
    const asked = { ...request, period };
    const cells = await withWork(service.database, { actor, now: pastNow }, async (work) => {
      const pages = await Array.fromAsync(readRowPages(work, asked));
      return pages.flat();
    });
    const { counted } = await withWork(service.database, { actor, now: pastNow }, (work) =>
      beginRowsFile(work, asked),
    );

    expect(counted).toBeGreaterThan(0);
    expect(cells).toHaveLength(counted);
    for (const row of cells) expect(row).toHaveLength(rowHeadings(rowsBehind[request.measure]).length);
    expect(JSON.stringify(cells)).not.toMatch(identities);
    const audit = await worlds[0].sql("select detail from audit where person_id = $1", [actor.personId]);
    expect(audit).toEqual([
      {
        detail: `rows of ${request.measure} by ${String(request.cut?.by)} ${String(request.cut?.is)} as a file, ${period.from} to ${period.to}: begun, ${String(counted)} rows counted`,
      },
    ]);
  });
}

for (const role of ["crew", "duty-social-worker", "data-officer", "privacy-officer"] as const) {
  test(`${role} sees no row of a view of reports`, async ({ all: { service, worlds } }) => {
    const actor = await worlds[0].person(role);
    for (const view of ["referral_fact", "missed_fact"]) {
      const see = withWork(service.database, { actor, now: pastNow }, ({ tx }) =>
        tx.$queryRawUnsafe(`select * from ${view}`),
      );
      expect(await see, view).toEqual([]);
      expect(await worlds[0].sql("select 1 from referral limit 1")).toHaveLength(1);
    }
  });
}

for (const measure of ["referrals", "missed"] as const) {
  test(`${measure} of others are among nobody’s but the operator’s`, async ({
    all: { worlds },
    callerFor,
  }) => {
    const own = { "authority-manager": worlds[0].authority.name, "health-manager": worlds[0].trust.name };
    for (const [role, name] of Object.entries(own)) {
      const page = await (await callerFor(role as keyof typeof own)).insight.rows({ measure, period });
      const names =
        page.of === "referrals" || page.of === "missed"
          ? page.rows.map((row) => (role === "authority-manager" ? row.authority : row.organisation))
          : [];
      expect(new Set(names)).toEqual(new Set([name]));
    }
  });
}
