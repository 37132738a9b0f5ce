import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { discardDelivery } from "@/server/domain/register/delivery/discard-delivery";
import { receiveList } from "@/server/domain/register/delivery/receive-list";
import { stopDelivery } from "@/server/domain/register/delivery/save-progress";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { systemActor } from "@/server/vocabulary/actor";
import { feedStates, isUnsettled } from "@/server/vocabulary/feed-state";
import type { FeedId } from "@/server/vocabulary/ids";
import { feedNow, makeFeedFile, makeFeedNumbers, test as base } from "@/test/support/make-feed";

const [robin = ""] = makeFeedNumbers(1);
const robinsPlan = { nhs_number: robin, local_id: "case-1" };
const later = new Date(feedNow.getTime() + 3_600_000);

interface Given {
  /** Keeps a list that comes by the door; nobody has read it yet. */
  readonly arrives: (bytes: Uint8Array<ArrayBuffer>) => Promise<FeedId>;
  readonly discards: (feedId: FeedId) => Promise<void>;
}

const test = base.extend<Given>({
  arrives: async ({ pool, world }, use) =>
    use(async (bytes) => {
      const sent = { authorityId: world.authority.id, sequence: 1, receivedBy: "door", bytes } as const;
      const asDoor = { actor: systemActor("feed-door"), now: feedNow };
      return (await withWork(pool, asDoor, (work) => receiveList(work, sent))).feedId;
    }),
  discards: async ({ pool, world }, use) =>
    use((feedId) =>
      withWork(pool, { actor: world.officer, now: feedNow }, (work) => discardDelivery(work, feedId)),
    ),
});

test("a list that is discarded while demographics cannot be asked stays discarded and is never applied", async ({
  world,
  desk,
  arrives,
  discards,
}) => {
  const bytes = new Uint8Array(makeFeedFile([robinsPlan]));
  const feedId = await arrives(bytes);
  const demographics: typeof desk.service.demographics = {
    ...desk.service.demographics,
    ask: async () => {
      await discards(feedId);
      return { kind: "unavailable", reason: "It rests." };
    },
  };

  await runDueJobs({ ...desk.service, demographics }, feedNow, "lists");

  expect(await desk.reportOf(world.officer, feedId, feedNow)).toMatchObject({
    state: "discarded",
    stateReason: `${world.officer.name} decided not to apply it.`,
    fileAnswer: null,
  });
  const jobs = await world.sql("select from outbox where job ->> 'feedId' = $1", [feedId]);
  expect(jobs).toEqual([]);
  await desk.agreesWith(bytes, later);
  await desk.takesIn(later);
  expect(await world.register()).toEqual([]);
});

test("only a list that may still be applied can be stopped, and whether it was is said", async ({
  world,
  pool,
  arrives,
}) => {
  const feedId = await arrives(new Uint8Array(makeFeedFile([robinsPlan])));
  const stops = () =>
    withWork(pool, { actor: systemActor("worker"), now: feedNow }, (work) =>
      stopDelivery(work, feedId, { state: "waiting", reason: "It waits." }),
    );

  for (const state of feedStates) {
    await world.sql("update feed set state = $2, file_answer = 'CPF02' where id = $1", [feedId, state]);
    expect(await stops(), state).toBe(isUnsettled(state));
    const [after] = await world.sql("select state from feed where id = $1", [feedId]);
    expect(after).toEqual({ state: isUnsettled(state) ? "waiting" : state });
  }
});
