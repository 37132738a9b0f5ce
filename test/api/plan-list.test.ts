import { expect } from "@playwright/test";
import { z } from "zod";
import { listPlans } from "@/server/api/list-plans";
import { test as base } from "@/test/support/feed-door";
import { feedNow, makeFeedNumbers } from "@/test/support/make-feed";
import { makeWorld } from "@/test/support/make-world";

const Page = z.object({
  plans: z.array(z.looseObject({ id: z.string(), nhs_number: z.string(), missing_from_list: z.boolean() })),
  next: z.string().nullable(),
});

interface Given {
  /** Asks as the authority's system does. */
  readonly asks: (query?: string, asking?: Asking) => Promise<Response>;
  readonly pageOf: (query?: string) => Promise<z.infer<typeof Page>>;
}

interface Asking {
  readonly code?: string;
  readonly bearer?: string;
  readonly tag?: string;
}

const test = base.extend<Given>({
  asks: async ({ service, token, world }, use) =>
    use((query = "", { code = world.authority.code, bearer = token, tag = "" } = {}) => {
      const headers = { Authorization: `Bearer ${bearer}`, "If-None-Match": tag };
      const request = new Request(`http://localhost/api/plans/${code}${query}`, { headers });
      return listPlans(service, request, { authorityCode: code, now: feedNow });
    }),
  pageOf: async ({ asks }, use) => use(async (query) => Page.parse(await (await asks(query)).json())),
});

test("an authority's system reads page by page what the register holds of its own, in the list's columns", async ({
  asks,
  pageOf,
  world,
}) => {
  const numbers = makeFeedNumbers(3);
  await world.sends(
    1,
    numbers.map((nhs_number, index) => ({ nhs_number, local_id: `case-${String(index)}` })),
  );
  const first = await pageOf("?limit=2");
  const second = await pageOf(`?limit=2&after=${first.next ?? ""}`);

  expect([first.plans.length, second.plans.length, second.next]).toEqual([2, 1, null]);
  const read = [...first.plans, ...second.plans].map(({ nhs_number: number }) => number);
  expect(read.toSorted()).toEqual(numbers.toSorted());
  expect(first.plans[0]).toMatchObject({
    plan_type: "CPP",
    start_date: "2026-01-05",
    end_date: null,
    delete_date: null,
    missing_from_list: false,
  });
  expect((await asks()).headers.get("cache-control")).toBe("no-store");
});

test("a page that has not changed is not sent again, and one that has is", async ({ asks, world }) => {
  const [robin = "", kit = ""] = makeFeedNumbers(2);
  await world.sends(1, [{ nhs_number: robin, local_id: "case-1" }]);
  const tag = (await asks()).headers.get("etag") ?? "";

  const same = await asks("", { tag });
  expect([same.status, await same.text()]).toEqual([304, ""]);
  await world.sends(2, [{ nhs_number: kit, local_id: "case-2" }]);
  const changed = await asks("", { tag });
  expect(changed.status).toBe(200);
  expect(Page.parse(await changed.json()).plans).toMatchObject([
    { nhs_number: robin, missing_from_list: true },
    { nhs_number: kit, missing_from_list: false },
  ]);
});

test("since a time only what was added or changed from then on is sent", async ({ pageOf, world }) => {
  const [robin = "", kit = ""] = makeFeedNumbers(2);
  const rows = [
    { nhs_number: robin, local_id: "case-1" },
    { nhs_number: kit, local_id: "case-2" },
  ] as const;
  await world.sends(1, rows);
  await world.sql(
    "update plan_change set changed_at = changed_at - interval '1 day' where authority_id = $1",
    [world.authority.id],
  );
  const since = `?since=${feedNow.toISOString()}`;
  expect((await pageOf(since)).plans).toEqual([]);
  await world.sends(2, [rows[0], { ...rows[1], end_date: "2026-11-01" }]);

  expect((await pageOf(since)).plans).toMatchObject([{ nhs_number: kit, end_date: "2026-11-01" }]);
  // What was being applied while the other system compared.
  const later = new Date(feedNow.getTime() + 30 * 60_000).toISOString();
  expect((await pageOf(`?since=${later}`)).plans).toHaveLength(1);
  expect((await pageOf()).plans).toHaveLength(2);
  expect((await pageOf(`?since=${encodeURIComponent("2026-11-22T00:00:00+00:00")}`)).plans).toHaveLength(2);
});

test("no page of another authority, no page without a token, and each page is on record", async ({
  asks,
  database,
  world,
}) => {
  const other = await makeWorld(database, feedNow);
  await other.plan();

  expect((await asks()).status).toBe(200);
  expect((await asks("", { code: other.authority.code })).status).toBe(403);
  expect((await asks("", { bearer: "guessed" })).status).toBe(401);
  for (const query of ["?limit=0", "?limit=1001", "?after=1", "?nhs_number=1", "?since=yesterday"])
    expect.soft((await asks(query)).status, query).toBe(400);
  const rows = await world.sql(
    "select action, outcome, detail from audit where concerns = $1 and action = 'feed:read'",
    [world.authority.id],
  );
  expect(rows).toEqual([{ action: "feed:read", outcome: "done", detail: "0 plans of the register" }]);
});
