import { expect } from "@playwright/test";
import { createCaller } from "@/server/api/root";
import type { RowsPage } from "@/server/domain/insight/list-rows";
import { measures } from "@/server/vocabulary/measure";
import type { Role } from "@/server/vocabulary/permission";
import type { RowsRequest } from "@/server/vocabulary/rows-request";
import { pastNow, test as base } from "@/test/support/counted-past";
import { dayOf } from "@/test/support/day-of";
import type { World } from "@/test/support/make-world";

const period: RowsRequest["period"] = { from: "2026-10-10", to: "2026-11-05" };

const test = base.extend<{
  readonly callerFor: (role: Role, world?: World) => Promise<ReturnType<typeof createCaller>>;
}>({
  callerFor: async ({ counted: { service, worlds } }, use) =>
    use(async (role, world = worlds[0]) => {
      const actor = await world.person(role);
      return createCaller({ service, session: { state: "open", actor }, now: pastNow });
    }),
});

const counting: readonly Role[] = ["operator", "health-manager", "authority-manager"];

for (const role of counting) {
  test(`each figure of the ${role} opens exactly the rows that it counts`, async ({
    counted: { past },
    callerFor,
  }) => {
    const caller = await callerFor(role);

    const figures = await caller.insight.figures({ period });
    for (const measure of figures.measures.filter((name) => !name.endsWith("-wait"))) {
      const pages = await allPages(caller, { measure, period });
      const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
      expect(ids, measure).toHaveLength(figures.total[measure] ?? -1);
      expect(new Set(ids).size).toBe(ids.length);
      expect(pages.every(({ rows }) => rows.length <= 50)).toBe(true);
    }
    expect(past.lookups.length).toBeGreaterThan(100);
  });

  test(`no name and no NHS number reaches the ${role}`, async ({ counted: { past, worlds }, callerFor }) => {
    const caller = await callerFor(role);

    const figures = await caller.insight.figures({ period });
    const pages = await Promise.all(measures.map((measure) => allPages(caller, { measure, period })));

    const leaving = JSON.stringify([figures, pages]);
    expect(leaving).toContain("Ambulance");
    expect(leaving).not.toMatch(/Secret|Example|Robin|07700 900/);
    for (const { nhsNumber } of past.lookups) expect(leaving).not.toContain(nhsNumber);
    const people = await worlds[0].sql("select id from person union all select id from subject");
    for (const { id } of people) expect(leaving).not.toContain(String(id));
  });
}

test("a group's figure opens the rows of that group only", async ({ counted: { past }, callerFor }) => {
  const caller = await callerFor("operator");
  const { groups } = await caller.insight.figures({ period });

  for (const { id, figures } of groups) {
    const pages = await allPages(caller, { measure: "raised", period, groupId: id });
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toHaveLength(figures.raised ?? -1);
  }
  expect(past.alerts.length).toBeGreaterThan(groups.length);
});

test("rows of another organisation are not shown, even when they are named", async ({
  counted: { past, worlds },
  callerFor,
}) => {
  const [own, other] = worlds;
  const manager = await callerFor("health-manager", own);
  const [foreign] = past.lookups.filter(({ organisationId }) => organisationId === other.trust.id);

  const pages = await allPages(manager, {
    measure: "lookups",
    period,
    groupId: String(foreign?.careSettingId),
  });
  expect(pages.flatMap(({ rows }) => [...rows])).toEqual([]);
});

test("a first day after the last is refused in words", async ({ callerFor }) => {
  const caller = await callerFor("operator");

  await expect(caller.insight.figures({ period: { from: "2026-11-05", to: "2026-11-04" } })).rejects.toThrow(
    "Choose a first day that is not after the last day",
  );
});

test("a period has five years at most, by month, and no days to come", async ({
  counted: {
    past,
    worlds: [{ trust }],
  },
  callerFor,
}) => {
  const caller = await callerFor("health-manager");
  const asked = { from: "2020-01-01", to: "2030-01-01" };
  const theirs = past.lookups.filter(({ organisationId }) => organisationId === trust.id);

  const figures = await caller.insight.figures({ period: asked });
  expect(figures).toMatchObject({ from: "2021-11-05", to: "2026-11-05", unit: "month" });
  expect(figures.parts).toHaveLength(61);
  for (const { from, to, figures: ofMonth } of figures.parts.slice(-3)) {
    const lookups = theirs.filter(({ askedAt }) => dayOf(askedAt) >= from && dayOf(askedAt) <= to);
    expect(ofMonth.lookups, from).toBe(lookups.length);
  }
  expect(figures.total.lookups).toBe(theirs.length);
  const page = await caller.insight.rows({ measure: "unreached", period: asked });
  expect(page.rows).toHaveLength(Math.min(50, figures.total.unreached ?? 0));
});

async function allPages(
  caller: ReturnType<typeof createCaller>,
  request: RowsRequest,
): Promise<readonly RowsPage[]> {
  const page = await caller.insight.rows(request);
  return page.next === undefined
    ? [page]
    : [page, ...(await allPages(caller, { ...request, after: page.next }))];
}
