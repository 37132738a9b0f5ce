import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import { tellPlan } from "@/server/api/receive-plan";
import { createCaller } from "@/server/api/root";
import {
  feedNow,
  makeFeedFile,
  makeFeedNumbers,
  makeFeedRow,
  type FeedCells,
} from "@/test/support/make-feed";
import { test as base } from "@/test/support/feed-door";

const [robin = ""] = makeFeedNumbers(1);
const robinsPlan = makeFeedRow({ nhs_number: robin, local_id: "case-1" });

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Given {
  /** Tells a plan by the door, while a worker is at work. */
  readonly tells: (cells: FeedCells, localId?: string) => Promise<Answer>;
}

const test = base.extend<Given>({
  tells: async ({ service, token, world, desk }, use) =>
    use(async (cells, localId = "case-1") => {
      await desk.agreesWith(makeFeedFile([cells]), feedNow);
      const request = new Request("http://localhost/api/plans", {
        method: "PUT",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify(cells),
      });
      const replying = tellPlan(service, request, {
        authorityCode: world.authority.code,
        localId,
        now: feedNow,
      });
      for (;;) {
        const reply = await Promise.race([replying, sleep(5)]);
        if (reply !== undefined)
          return { status: reply.status, body: (await reply.json()) as Answer["body"] };
        await desk.takesIn(feedNow);
      }
    }),
});

test("a plan that is told is in the register at once, without a list", async ({ tells, world }) => {
  const { status, body } = await tells(robinsPlan);

  expect({ status, body }).toMatchObject({ status: 200, body: { state: "applied", counts: { added: 1 } } });
  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 open`]);
});

test("telling it again changes nothing; telling an end ends it", async ({ tells, world }) => {
  await tells(robinsPlan);
  expect((await tells(robinsPlan)).body).toMatchObject({ counts: { unchanged: 1 } });
  expect((await tells({ ...robinsPlan, end_date: "2026-11-20" })).body).toMatchObject({
    counts: { ended: 1 },
  });

  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 until 2026-11-20`]);
});

test("it says nothing of other plans: none is missing, and the register is no fresher", async ({
  tells,
  world,
}) => {
  const [, kit = ""] = makeFeedNumbers(2);
  await world.sends(1, [{ nhs_number: kit, local_id: "case-2" }]);
  await tells(robinsPlan);

  expect(await world.register()).not.toContainEqual(expect.stringContaining("missing"));
  const [state] = await world.sql("select last_sequence from register_state where authority_id = $1", [
    world.authority.id,
  ]);
  expect(state).toEqual({ last_sequence: 1 });
});

test("a list that agrees takes the plan over; one that says otherwise is named, and what was told holds", async ({
  tells,
  world,
}) => {
  await world.sends(1, [robinsPlan]);
  await tells({ ...robinsPlan, end_date: "2026-11-20" });

  const old = await world.reportOf(2, [robinsPlan]);
  expect(old.counts).toMatchObject({ rejected: 1, unchanged: 0 });
  expect(old.problems[0]?.message).toContain("The plan was changed in Lantern after your last list");
  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 until 2026-11-20`]);

  await world.sends(3, [{ ...robinsPlan, end_date: "2026-11-20" }]);
  const reopened = await world.reportOf(4, [robinsPlan]);
  expect(reopened.counts).toMatchObject({ changed: 1, rejected: 0 });
});

test("what is wrong with a plan is said by column, and nothing is kept", async ({ tells, world }) => {
  const { status, body } = await tells({ ...robinsPlan, start_date: "soon", nhs_number: "9990000019" });

  expect(status).toBe(422);
  expect(String(body["detail"])).toContain("nhs_number (CPR04): The number fails its check");
  expect(String(body["detail"])).toContain("start_date (CPR07)");
  expect(await world.sql("select from feed where authority_id = $1", [world.authority.id])).toEqual([]);
});

test("what is no plan is refused in plain words", async ({ tells, service, token, world }) => {
  expect((await tells({ ...robinsPlan, family_name: "x".repeat(201) })).body).toMatchObject({
    status: 400,
    detail: "family_name: This is longer than 200 characters.",
  });
  const address = { authorityCode: world.authority.code, localId: "case-1", now: feedNow };
  const request = new Request("http://localhost/api/plans", {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: "[",
  });
  expect((await tellPlan(service, request, address)).status).toBe(400);
});

test("the page tells what is wrong field by field, and takes a good plan", async ({
  service,
  world,
  desk,
}) => {
  const session = { state: "open", actor: world.officer } as const;
  const feed = createCaller({ service, session, now: feedNow }).feed;

  expect(await feed.tellPlan({ ...robinsPlan, start_date: "soon" })).toMatchObject({
    ok: false,
    problems: [{ column: "start_date" }],
  });
  await desk.agreesWith(makeFeedFile([robinsPlan]), feedNow);
  const told = await feed.tellPlan(robinsPlan);
  await desk.takesIn(feedNow);
  expect(await world.register()).toHaveLength(1);
  if (!told.ok) throw new Error("the plan was not taken");
  expect(await feed.toldPlan({ feedId: told.feedId })).toEqual(robinsPlan);
});
