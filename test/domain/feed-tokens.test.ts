import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { findFeedSender } from "@/server/domain/register/find-feed-sender";
import { issueFeedToken } from "@/server/domain/register/tokens/issue-feed-token";
import { listFeedTokens } from "@/server/domain/register/tokens/list-feed-tokens";
import { revokeFeedToken } from "@/server/domain/register/tokens/revoke-feed-token";
import { rotateFeedToken } from "@/server/domain/register/tokens/rotate-feed-token";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import { makeWorld } from "@/test/support/make-world";
import { feedNow, makeFeedWorld, test as base } from "@/test/support/make-feed";

const dayMilliseconds = 86_400_000;

interface Given {
  readonly manager: PersonActor;
  readonly issue: (label: string) => ReturnType<typeof issueFeedToken>;
  readonly list: () => ReturnType<typeof listFeedTokens>;
  /** Whether the token opens the authority's door, so many days from now. */
  readonly opens: (token: string, days?: number) => Promise<boolean>;
}

const test = base.extend<Given>({
  manager: async ({ world }, use) => use(await world.person("authority-manager")),
  issue: async ({ pool, manager }, use) =>
    use((label) => withWork(pool, { actor: manager, now: feedNow }, (work) => issueFeedToken(work, label))),
  list: async ({ pool, manager }, use) =>
    use(() => withWork(pool, { actor: manager, now: feedNow }, listFeedTokens)),
  opens: async ({ pool, world }, use) =>
    use(async (token, days = 0) => {
      const now = new Date(feedNow.getTime() + days * dayMilliseconds);
      const asked = { token, authorityCode: world.authority.code };
      const sender = await withWork(pool, { actor: systemActor("feed-door"), now }, (work) =>
        findFeedSender(work, asked),
      );
      return sender.kind === "authority";
    }),
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

test("a token that is replaced goes on for the overlap, its successor from now on", async ({
  issue,
  opens,
  pool,
  manager,
}) => {
  const old = await issue("Night export");
  const rotate = () =>
    withWork(pool, { actor: manager, now: feedNow }, (work) =>
      rotateFeedToken(work, { tokenId: old.tokenId, overlapDays: 7 }),
    );
  const successor = await rotate();

  expect(successor.label).toBe("Night export");
  expect([await opens(old.token, 6), await opens(successor.token, 6)]).toEqual([true, true]);
  expect([await opens(old.token, 7), await opens(successor.token, 7)]).toEqual([false, true]);
  await expect(rotate()).rejects.toMatchObject({ kind: "conflict" });
});

test("a revoked token opens nothing, and revoking it again changes nothing", async ({
  issue,
  opens,
  pool,
  manager,
}) => {
  const { token, tokenId } = await issue("Night export");
  const revoke = () =>
    withWork(pool, { actor: manager, now: feedNow }, (work) => revokeFeedToken(work, tokenId));

  await revoke();
  await revoke();

  expect(await opens(token)).toBe(false);
});

test("live tokens of one authority have names of their own, and are five at most", async ({ issue }) => {
  const together = await Promise.allSettled([issue("Night export"), issue("Night export")]);
  expect(together.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);

  for (const label of ["two", "three", "four", "five"]) await issue(label);
  await expect(issue("six")).rejects.toMatchObject({
    kind: "conflict",
    message: "There are 5 tokens already. Revoke one that is no longer needed.",
  });
});

test("another authority's manager finds no token of ours", async ({ issue, desk, pool, database }) => {
  const { tokenId } = await issue("Night export");
  const other = await makeFeedWorld(desk, await makeWorld(database, feedNow));
  const stranger = { actor: await other.person("authority-manager"), now: feedNow };

  expect(await withWork(pool, stranger, listFeedTokens)).toEqual([]);
  const revoking = withWork(pool, stranger, (work) => revokeFeedToken(work, tokenId));
  await expect(revoking).rejects.toMatchObject({ kind: "not-found" });
});
