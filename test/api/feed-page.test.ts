import { expect } from "@playwright/test";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import { largestFeedBytes } from "@/server/vocabulary/feed-answer";
import { roles } from "@/server/vocabulary/permission";
import { feedFixture, feedNow, makeFeedFile, makeFeedWorld, test as base } from "@/test/support/make-feed";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld } from "@/test/support/make-world";

const test = base.extend<{ readonly service: TestService }>({
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
});

function callerOf(service: TestService, actor: PersonActor) {
  return createCaller({ service, session: { state: "open", actor }, now: feedNow }).feed;
}

const list = new Uint8Array(makeFeedFile([{}]));

test("a data officer sends a list, sees its effect, confirms it and reads what became of it", async ({
  service,
  world,
  desk,
}) => {
  const feed = callerOf(service, world.officer);
  const bytes = new Uint8Array(feedFixture("duplicate-plan.csv"));
  await desk.agreesWith(bytes, feedNow);

  const { feedId } = await feed.send({ fileName: `${world.authority.code}_3.csv`, bytes });
  await desk.takesIn(feedNow);
  const review = await feed.report({ feedId });
  expect(review).toMatchObject({ state: "review", fileAnswer: null, counts: { added: 1, rejected: 2 } });
  expect(await world.register()).toEqual([]);

  await feed.confirm({ feedId, version: review.version ?? -1 });
  await desk.takesIn(feedNow);
  const report = await feed.report({ feedId });

  expect(report).toMatchObject({
    sequence: 3,
    fileAnswer: "CPF03",
    receivedBy: "page",
    sentBy: world.officer.name,
    confirmedBy: world.officer.name,
  });
  expect(report.problems.map(({ rowNumber }) => rowNumber)).toEqual([2, 4]);
  expect((await feed.overview({ most: 10 })).standings).toMatchObject([{ lastSequence: 3, plansInForce: 1 }]);
});

test("a file that is named for another authority is refused, and so is one with no such name", async ({
  service,
  world,
  desk,
  database,
}) => {
  const other = await makeFeedWorld(desk, await makeWorld(database, feedNow));
  const feed = callerOf(service, world.officer);

  const ofOther = feed.send({ fileName: `${other.authority.code}_1.csv`, bytes: list });
  await expect(ofOther).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: `This file is named for ${other.authority.code}. You may send lists of ${world.authority.name} (${world.authority.code}) only.`,
  });
  await expect(feed.send({ fileName: "list.csv", bytes: list })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: expect.stringContaining("Name the file by your authority's GSS code"),
  });
  expect(await other.register()).toEqual([]);
});

test("a list that is too large is refused before it is read", async ({ service, world }) => {
  const feed = callerOf(service, world.officer);
  const bytes = new Uint8Array(largestFeedBytes + 1);

  await expect(feed.send({ fileName: `${world.authority.code}_1.csv`, bytes })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

test("another authority's data officer does not find the list", async ({
  service,
  world,
  desk,
  database,
}) => {
  const other = await makeFeedWorld(desk, await makeWorld(database, feedNow));
  const outcome = await world.sends(1, list);
  if (outcome.kind !== "received") throw new Error(outcome.message);

  const looking = callerOf(service, other.officer).report({ feedId: outcome.feedId });

  await expect(looking).rejects.toMatchObject({ code: "NOT_FOUND" });
});

for (const role of roles.filter((one) => one !== "data-officer")) {
  test(`a ${role} may not send a list`, async ({ service, world }) => {
    const feed = callerOf(service, await world.person(role));

    const sending = feed.send({ fileName: `${world.authority.code}_1.csv`, bytes: list });

    await expect(sending).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: "Your role does not allow this.",
    });
    expect(await world.register()).toEqual([]);
  });
}
