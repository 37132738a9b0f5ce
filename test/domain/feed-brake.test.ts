import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { confirmDelivery } from "@/server/domain/register/delivery/confirm-delivery";
import { discardDelivery } from "@/server/domain/register/delivery/discard-delivery";
import { nextStep } from "@/server/domain/register/delivery/next-step";
import { feedNow, makeFeedFile, makeFeedNumbers, test } from "@/test/support/make-feed";

const plans = makeFeedNumbers(60).map((nhs_number) => ({ nhs_number, local_id: nhs_number }));
const ending = (count: number) =>
  plans.map((plan, place) => (place < count ? { ...plan, end_date: "2026-11-20" } : plan));

const none = { added: 0, changed: 0, ended: 0, deleted: 0, unchanged: 0, missing: 0, rejected: 0 };
const counts = { ...none, rows: 50, loaded: 50 };
const situation = {
  kind: "list",
  receivedBy: "door",
  confirmedVersion: null,
  seenCounts: counts,
  version: 3,
  counts,
  inForce: 50,
} as const;
const settings = { BRAKE_PERCENT: 20, BRAKE_LEAST: 10 };

const cases = [
  { title: "ten of fifty may end", counts: { ...counts, ended: 10 }, gives: "apply" },
  { title: "eleven of fifty may not", counts: { ...counts, ended: 11 }, gives: "hold" },
  { title: "ended and deleted count together", counts: { ...counts, ended: 6, deleted: 5 }, gives: "hold" },
  { title: "nine may always", counts: { ...counts, ended: 9 }, inForce: 9, gives: "apply" },
  { title: "eleven of fifty rows may not be rejected", counts: { ...counts, rejected: 11 }, gives: "hold" },
  { title: "missing plans stay, and hold nothing up", counts: { ...counts, missing: 50 }, gives: "apply" },
] as const;

for (const { title, gives, ...change } of cases) {
  test(`an unattended list: ${title}`, () => {
    expect(nextStep({ ...situation, ...change }, settings).kind).toBe(gives);
  });
}

test("a list of the page is always looked at, and applied on the version and figures that were seen", () => {
  const byPage = { ...situation, receivedBy: "page" } as const;

  expect(nextStep(byPage, settings)).toEqual({ kind: "review", reason: null });
  expect(nextStep({ ...byPage, confirmedVersion: 3 }, settings).kind).toBe("apply");
  expect(nextStep({ ...byPage, confirmedVersion: 2 }, settings).kind).toBe("review");
  const others = { ...counts, added: 1 };
  expect(nextStep({ ...byPage, confirmedVersion: 3, counts: others }, settings).kind).toBe("review");
});

test("a list that would end too much is held with its figures, and applied when a person confirms", async ({
  world,
  desk,
}) => {
  await world.sends(1, plans);
  const held = await world.delivers(2, ending(13));
  expect(held).toMatchObject({ state: "held", fileAnswer: null, counts: { ended: 13 } });
  expect(held.effects.filter(({ effect }) => effect === "ended")).toHaveLength(13);
  expect((await world.register()).filter((line) => line.endsWith("open"))).toHaveLength(60);

  await desk.confirms(world.officer, held.feedId, feedNow);
  expect(await desk.reportOf(world.officer, held.feedId, feedNow)).toMatchObject({
    state: "applied",
    confirmedBy: world.officer.name,
  });
  expect((await world.register()).filter((line) => line.endsWith("open"))).toHaveLength(47);
});

test("if the register changes between the look and the word, the list is looked at again", async ({
  world,
  desk,
  pool,
}) => {
  await world.sends(1, plans);
  const held = await world.delivers(3, ending(13));
  await world.sends(2, ending(1));

  const asOfficer = { actor: world.officer, now: feedNow };
  await withWork(pool, asOfficer, (work) =>
    confirmDelivery(work, { feedId: held.feedId, version: held.version ?? -1 }),
  );
  await desk.takesIn(feedNow);
  const again = await desk.reportOf(world.officer, held.feedId, feedNow);
  expect(again).toMatchObject({ state: "held", counts: { ended: 12, unchanged: 48 } });
  expect(again.stateReason).toContain("The register has changed since you looked.");

  await desk.confirms(world.officer, held.feedId, feedNow);
  expect(await desk.reportOf(world.officer, held.feedId, feedNow)).toMatchObject({ state: "applied" });
});

test("figures that are out of date cannot be confirmed", async ({ world, pool }) => {
  await world.sends(1, plans);
  const held = await world.delivers(2, ending(13));

  const confirming = withWork(pool, { actor: world.officer, now: feedNow }, (work) =>
    confirmDelivery(work, { feedId: held.feedId, version: 0 }),
  );
  await expect(confirming).rejects.toMatchObject({ kind: "conflict" });
});

test("a list that is discarded changes nothing, frees its number and cannot be confirmed any more", async ({
  world,
  pool,
  desk,
}) => {
  await world.sends(1, plans);
  const held = await world.delivers(2, ending(13));
  const asOfficer = { actor: world.officer, now: feedNow };
  await withWork(pool, asOfficer, (work) => discardDelivery(work, held.feedId));

  expect(await desk.reportOf(world.officer, held.feedId, feedNow)).toMatchObject({ state: "discarded" });
  await expect(desk.confirms(world.officer, held.feedId, feedNow)).rejects.toMatchObject({
    kind: "conflict",
  });
  expect(await world.sends(2, ending(2))).toMatchObject({ isRepeat: false });
  expect((await world.register()).filter((line) => line.endsWith("open"))).toHaveLength(58);
});

test("another file under the number of a list that waits takes its place", async ({ world, desk }) => {
  await world.sends(1, plans);
  const held = await world.delivers(2, ending(13));
  const mended = await world.delivers(2, ending(3));

  expect(mended).toMatchObject({ state: "applied", counts: { ended: 3 } });
  expect(await desk.reportOf(world.officer, held.feedId, feedNow)).toMatchObject({ state: "replaced" });
});

test("a newer list overtakes one that waits", async ({ world, desk }) => {
  await world.sends(1, plans);
  const held = await world.delivers(2, ending(13));
  await world.delivers(3, makeFeedFile(plans));

  expect(await desk.reportOf(world.officer, held.feedId, feedNow)).toMatchObject({
    state: "replaced",
    stateReason: "A newer list was applied before it.",
  });
});
