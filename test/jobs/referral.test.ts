import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { decideReferral } from "@/server/domain/referral/decide-referral";
import { listChildren } from "@/server/domain/referral/list-children";
import { listReferrals } from "@/server/domain/referral/list-referrals";
import { makeReferral } from "@/server/domain/referral/make-referral";
import { RequestId } from "@/server/vocabulary/ids";
import { test, type AlertStory } from "@/test/support/alert-story";
import { PushMessage } from "@/test/support/read-push-message";

const day = 24 * 60;

function refer(
  story: AlertStory,
  lookupIds: Parameters<typeof makeReferral>[1]["lookupIds"],
  minutes: number,
) {
  const requestId = RequestId.parse(randomUUID());
  const referral = { requestId, lookupIds, concern: "A burn that nobody explains." };
  return story.does(story.crew, minutes, (work) => makeReferral(work, referral));
}

test("a referral is told, is overdue after one working day, is reminded of and says what was decided", async ({
  story,
}) => {
  const manager = await story.member("authority-manager", "Morgan Manager");
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  await story.takes(amira, alert, 1);

  const [referralId] = await refer(story, [alert.lookupId], 2);
  await story.passTimeTo(day + 1.99);
  const before = await story.does(manager.actor, day + 1.99, listReferrals);
  const pushesBefore = story.pushesTo(manager).length;
  await story.passTimeTo(day + 2);
  const after = await story.does(manager.actor, day + 3, listReferrals);

  expect(before).toMatchObject([{ referralId, isOverdue: false, dueAt: story.at(day + 2), decision: null }]);
  expect(pushesBefore).toBe(1);
  expect(after).toMatchObject([{ isOverdue: true, children: [{ alertId: alert.alertId }] }]);
  const bodies = story.pushesTo(manager).map(({ message }) => PushMessage.parse(message).notification.body);
  expect(bodies).toEqual(
    Array.from({ length: 2 }, () => `A referral is waiting. Reference ${alert.reference}.`),
  );
});

test("what was decided is read by the referrer, is decided once, and is reminded of no more", async ({
  story,
}) => {
  const manager = await story.member("authority-manager", "Morgan Manager");
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  await story.takes(amira, alert, 1);
  const [referralId] = await refer(story, [alert.lookupId], 2);
  if (!referralId) throw new Error("nothing was referred");
  const decide = () =>
    story.does(manager.actor, 60, (work) =>
      decideReferral(work, { referralId, decision: "section-47", note: "Strategy meeting at nine." }),
    );

  await decide();
  await expect(decide()).rejects.toThrow("A colleague has decided it already.");
  await story.passTimeTo(3 * day);

  expect(await story.does(story.crew, 61, listReferrals)).toMatchObject([
    { decision: "section-47", decisionNote: "Strategy meeting at nine.", decidedBy: "Morgan Manager" },
  ]);
  const referrals = story
    .pushesTo(manager)
    .filter(({ message }) => PushMessage.parse(message).notification.body.startsWith("A referral"));
  expect(referrals).toHaveLength(1);
});

test("the children of one incident are one referral an authority, and sent twice it is one", async ({
  story,
}) => {
  await story.secondAuthority();
  const alert = await story.crewAsks();
  const requestId = RequestId.parse(randomUUID());
  const send = () =>
    story.does(story.crew, 2, (work) =>
      makeReferral(work, { requestId, lookupIds: [alert.lookupId], concern: "A burn." }),
    );

  const first = await send();
  const second = await send();

  expect(first).toHaveLength(2);
  expect(new Set([...first, ...second]).size).toBe(2);
  expect(await story.does(story.crew, 3, (work) => listChildren(work, alert.lookupId))).toMatchObject([
    { lookupId: alert.lookupId },
  ]);
});

test("somebody else's card cannot be referred, and nothing is half done", async ({ story }) => {
  const alert = await story.crewAsks();
  const other = await story.world.person("crew", "Robin Other");
  const referral = {
    requestId: RequestId.parse(randomUUID()),
    lookupIds: [alert.lookupId],
    concern: "A burn.",
  };

  await expect(story.does(other, 2, (work) => makeReferral(work, referral))).rejects.toThrow(
    "no card of yours",
  );
  expect(await story.world.sql("select 1 from referral")).toEqual([]);
});
