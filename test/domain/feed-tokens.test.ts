import { expect } from "@playwright/test";
import { createCaller } from "@/server/api/root";
import { withWork } from "@/server/db/work";
import { findFeedSender } from "@/server/domain/register/find-feed-sender";
import { issueFeedToken } from "@/server/domain/register/tokens/issue-feed-token";
import { listFeedTokens } from "@/server/domain/register/tokens/list-feed-tokens";
import { revokeFeedToken } from "@/server/domain/register/tokens/revoke-feed-token";
import { rotateFeedToken } from "@/server/domain/register/tokens/rotate-feed-token";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import type { FeedTokenId } from "@/server/vocabulary/ids";
import { makeService } from "@/test/support/make-service";
import { makeWorld } from "@/test/support/make-world";
import { feedNow, makeFeedWorld, test as base } from "@/test/support/make-feed";

const dayMilliseconds = 86_400_000;

interface Given {
  readonly manager: PersonActor;
  readonly issue: (label: string) => ReturnType<typeof issueFeedToken>;
  readonly rotate: (tokenId: FeedTokenId, overlapDays: number) => ReturnType<typeof issueFeedToken>;
  readonly revoke: (tokenId: FeedTokenId) => Promise<void>;
  /** The list as it is so many days from now. */
  readonly list: (days?: number) => ReturnType<typeof listFeedTokens>;
  /** Whether the token opens the authority's door, so many days from now. */
  readonly opens: (token: string, days?: number) => Promise<boolean>;
  /** The procedures as the manager's page calls them. */
  readonly managerCalls: ReturnType<typeof createCaller>["feedToken"];
}

const later = (days: number) => new Date(feedNow.getTime() + days * dayMilliseconds);

const test = base.extend<Given>({
  manager: async ({ world }, use) => use(await world.person("authority-manager")),
  issue: async ({ pool, manager }, use) =>
    use((label) => withWork(pool, { actor: manager, now: feedNow }, (work) => issueFeedToken(work, label))),
  rotate: async ({ pool, manager }, use) =>
    use((tokenId, overlapDays) =>
      withWork(pool, { actor: manager, now: feedNow }, (work) =>
        rotateFeedToken(work, { tokenId, overlapDays }),
      ),
    ),
  revoke: async ({ pool, manager }, use) =>
    use((tokenId) =>
      withWork(pool, { actor: manager, now: feedNow }, (work) => revokeFeedToken(work, tokenId)),
    ),
  list: async ({ pool, manager }, use) =>
    use((days = 0) => withWork(pool, { actor: manager, now: later(days) }, listFeedTokens)),
  opens: async ({ pool, world }, use) =>
    use(async (token, days = 0) => {
      const now = later(days);
      const asked = { token, authorityCode: world.authority.code };
      const sender = await withWork(pool, { actor: systemActor("feed-door"), now }, (work) =>
        findFeedSender(work, asked),
      );
      return sender.kind === "authority";
    }),
  managerCalls: async ({ database, manager }, use) => {
    const service = makeService(database.appUrl);
    await use(createCaller({ service, session: { state: "open", actor: manager }, now: feedNow }).feedToken);
    await service.stop();
  },
});

test("a token opens its authority's door, and only its digest is kept", async ({ issue, opens, world }) => {
  const { token } = await issue("Night export");

  expect(await opens(token)).toBe(true);
  expect(await opens(`${token}x`)).toBe(false);
  const kept = await world.sql("select * from feed_token where authority_id = $1", [world.authority.id]);
  expect(JSON.stringify(kept)).not.toContain(token);
});

test("the list of tokens says who issued each and when it was last used, and never what it is", async ({
  issue,
  opens,
  list,
  manager,
}) => {
  const { token } = await issue("Night export");
  const before = await list();
  await opens(token);

  expect(before).toMatchObject([{ label: "Night export", issuedBy: manager.name, lastUsedAt: null }]);
  expect(await list()).toMatchObject([{ lastUsedAt: feedNow }]);
  expect(JSON.stringify(await list())).not.toContain(token);
});

test("when a token was last used is written down once a minute at most", async ({ issue, opens, list }) => {
  const { token } = await issue("Night export");
  const second = 1 / 86_400;

  await opens(token);
  await opens(token, 59 * second);
  expect(await list()).toMatchObject([{ lastUsedAt: feedNow }]);

  await opens(token, 61 * second);
  expect(await list()).toMatchObject([{ lastUsedAt: later(61 * second) }]);
});

test("a token that is replaced goes on for the overlap, its successor from now on", async ({
  issue,
  rotate,
  opens,
  list,
}) => {
  const old = await issue("Night export");
  const successor = await rotate(old.tokenId, 7);

  expect(successor.label).toBe("Night export");
  expect([await opens(old.token, 6), await opens(successor.token, 6)]).toEqual([true, true]);
  expect(await statesOf(list(6))).toEqual(["being-replaced", "in-use"]);
  expect([await opens(old.token, 7), await opens(successor.token, 7)]).toEqual([false, true]);
  expect(await statesOf(list(7))).toEqual(["expired", "in-use"]);
  await expect(rotate(old.tokenId, 0)).rejects.toMatchObject({ kind: "conflict" });
});

test("a token that is replaced without an overlap ends at once", async ({ issue, rotate, opens }) => {
  const old = await issue("Night export");
  const successor = await rotate(old.tokenId, 0);

  expect([await opens(old.token), await opens(successor.token)]).toEqual([false, true]);
});

test("a token that two replace at once has one successor", async ({ issue, rotate, list }) => {
  const { tokenId } = await issue("Night export");

  const together = await Promise.allSettled([rotate(tokenId, 7), rotate(tokenId, 7)]);

  expect(together.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await list()).toHaveLength(2);
});

test("a revoked token opens nothing, and revoking it again changes nothing", async ({
  issue,
  revoke,
  rotate,
  opens,
  list,
}) => {
  const { token, tokenId } = await issue("Night export");

  await revoke(tokenId);
  const once = await list();
  await revoke(tokenId);

  expect(await opens(token)).toBe(false);
  expect(await statesOf(list())).toEqual(["revoked"]);
  expect(await list()).toEqual(once);
  await expect(rotate(tokenId, 7)).rejects.toMatchObject({ kind: "conflict" });
});

test("live tokens of one authority have names of their own, also when two are issued at once", async ({
  issue,
  revoke,
}) => {
  const together = await Promise.allSettled([issue("Night export"), issue("Night export")]);
  expect(together.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [issued] = together.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));

  if (issued) await revoke(issued.tokenId);
  expect(await issue("Night export")).toMatchObject({ label: "Night export" });
});

const tooMany = {
  kind: "conflict",
  message: "There are 5 tokens already. Revoke one that is no longer needed.",
};

test("an authority has five live tokens at most, also when two are issued at once", async ({
  issue,
  list,
}) => {
  for (const label of ["one", "two", "three", "four"]) await issue(label);

  const together = await Promise.allSettled([issue("five"), issue("six")]);

  expect(together.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await list()).toHaveLength(5);
  await expect(issue("seven")).rejects.toMatchObject(tooMany);
});

test("replacing tokens again and again leaves no more than five live", async ({ issue, rotate }) => {
  let { tokenId } = await issue("Night export");
  for (let times = 1; times <= 4; times += 1) ({ tokenId } = await rotate(tokenId, 7));

  await expect(rotate(tokenId, 7)).rejects.toMatchObject(tooMany);
  expect(await rotate(tokenId, 0)).toMatchObject({ label: "Night export" });
});

test("another authority's manager finds no token of ours", async ({ issue, opens, desk, pool, database }) => {
  const { token, tokenId } = await issue("Night export");
  const other = await makeFeedWorld(desk, await makeWorld(database, feedNow));
  const stranger = { actor: await other.person("authority-manager"), now: feedNow };
  const revoking = () => withWork(pool, stranger, (work) => revokeFeedToken(work, tokenId));
  const rotating = () =>
    withWork(pool, stranger, (work) => rotateFeedToken(work, { tokenId, overlapDays: 0 }));

  expect(await withWork(pool, stranger, listFeedTokens)).toEqual([]);
  await expect(revoking()).rejects.toMatchObject({ kind: "not-found" });
  await expect(rotating()).rejects.toMatchObject({ kind: "not-found" });
  expect(await opens(token)).toBe(true);
});

test("issuing, replacing and revoking are on record, without the token", async ({
  issue,
  rotate,
  revoke,
  manager,
  world,
}) => {
  const old = await issue("Night export");
  const successor = await rotate(old.tokenId, 1);
  await revoke(old.tokenId);

  const rows = await world.sql(
    "select * from audit where person_id = $1 and action = 'feed-token:manage' order by id",
    [manager.personId],
  );
  expect(rows).toMatchObject([
    { detail: "issued", concerns: old.tokenId, outcome: "done" },
    { detail: "issued", concerns: successor.tokenId, outcome: "done" },
    { detail: "revoked", concerns: old.tokenId, outcome: "done" },
  ]);
  for (const { token } of [old, successor]) expect(JSON.stringify(rows)).not.toContain(token);
});

const labels = [
  ["nothing", "", "Say which system the token is for."],
  ["nothing but spaces", "   ", "Say which system the token is for."],
  ["61 characters", "x".repeat(61), "The name is longer than 60 characters."],
] as const;

for (const [what, label, message] of labels) {
  test(`a token is not called ${what}`, async ({ managerCalls }) => {
    await expect(managerCalls.issue({ label })).rejects.toMatchObject({ code: "BAD_REQUEST", message });
  });
}

test("a token's name is kept without the spaces around it", async ({ managerCalls }) => {
  const label = "x".repeat(60);
  expect(await managerCalls.issue({ label: ` ${label} ` })).toMatchObject({ label });
});

test("an old token goes on for as long as the page offers and no longer", async ({ issue, managerCalls }) => {
  const { tokenId } = await issue("Night export");

  for (const overlapDays of [-1, 2, 31, Number.NaN]) {
    await expect(managerCalls.rotate({ tokenId, overlapDays })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: "Choose how long the old token goes on.",
    });
  }
});

/** The states alone, in the order of the alphabet: tokens of one moment are listed in any. */
async function statesOf(list: ReturnType<typeof listFeedTokens>): Promise<string[]> {
  return (await list).map(({ state }) => state).sort();
}
