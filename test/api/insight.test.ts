import { expect } from "@playwright/test";
import { createCaller } from "@/server/api/root";
import type { RowsPage } from "@/server/domain/insight/list-rows";
import type { PersonActor } from "@/server/vocabulary/actor";
import { measures } from "@/server/vocabulary/measure";
import type { Role } from "@/server/vocabulary/permission";
import type { RowsRequest } from "@/server/vocabulary/rows-request";
import { test as base } from "@/test/support/database";
import { makePast, type Past } from "@/test/support/make-past";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const seed = 4_711;
const now = new Date("2026-11-05T22:30:00Z");
const period: RowsRequest["period"] = { from: "2026-10-10", to: "2026-11-05" };

interface Given {
  readonly own: { ownerUrl: string; appUrl: string };
  readonly worlds: readonly [World, World];
  readonly past: Past;
  readonly service: TestService;
  readonly as: (role: Role, world?: World) => Promise<ReturnType<typeof createCaller>>;
}

const test = base.extend<Given>({
  own: async ({ freshDatabase }, use) => use(await freshDatabase()),
  worlds: async ({ own }, use) => use([await makeWorld(own, now), await makeWorld(own, now)]),
  past: async ({ worlds }, use, info) => {
    info.annotations.push({ type: "seed", description: String(seed) });
    await use(await makePast({ seed, worlds, from: new Date("2026-10-01T00:00:00Z"), to: now, count: 400 }));
  },
  service: async ({ own }, use) => {
    const service = makeService(own.appUrl);
    await use(service);
    await service.stop();
  },
  as: async ({ service, worlds: [first] }, use) =>
    use(async (role, world = first) => callerOf(service, await world.person(role))),
});

function callerOf(service: TestService, actor: PersonActor) {
  return createCaller({ service, session: { state: "open", actor }, now });
}

const counting: readonly Role[] = ["operator", "health-manager", "authority-manager"];

for (const role of counting) {
  test(`each figure of the ${role} opens exactly the rows that it counts`, async ({ past, as }) => {
    const caller = await as(role);

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

  test(`no name and no NHS number reaches the ${role}`, async ({ past, worlds, as }) => {
    const caller = await as(role);

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

test("a group's figure opens the rows of that group only", async ({ past, as }) => {
  const caller = await as("operator");
  const { groups } = await caller.insight.figures({ period });

  for (const { id, figures } of groups) {
    const pages = await allPages(caller, { measure: "raised", period, groupId: id });
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toHaveLength(figures.raised ?? -1);
  }
  expect(past.alerts.length).toBeGreaterThan(groups.length);
});

test("rows of another organisation are not shown, even when they are named", async ({ past, worlds, as }) => {
  const [own, other] = worlds;
  const manager = await as("health-manager", own);
  const [foreign] = past.lookups.filter(({ organisationId }) => organisationId === other.trust.id);

  const pages = await allPages(manager, {
    measure: "lookups",
    period,
    groupId: String(foreign?.careSettingId),
  });
  expect(pages.flatMap(({ rows }) => [...rows])).toEqual([]);
});

test("a first day after the last is refused in words", async ({ as }) => {
  const caller = await as("operator");

  await expect(caller.insight.figures({ period: { from: "2026-11-05", to: "2026-11-04" } })).rejects.toThrow(
    "Choose a first day that is not after the last day",
  );
});

test("a period has 366 days at most, and none to come", async ({ as }) => {
  const caller = await as("operator");

  const figures = await caller.insight.figures({ period: { from: "2020-01-01", to: "2030-01-01" } });
  expect(figures).toMatchObject({ from: "2025-11-05", to: "2026-11-05" });
  expect(figures.days).toHaveLength(366);
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
