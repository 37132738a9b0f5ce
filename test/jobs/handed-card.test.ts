import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { chooseCallSign } from "@/server/domain/access/choose-call-sign";
import { handCard } from "@/server/domain/lookup/hand-over/hand-card";
import { openHandedCard } from "@/server/domain/lookup/hand-over/open-handed-card";
import { readHandedCards } from "@/server/domain/lookup/hand-over/read-handed-cards";
import { withdrawCard } from "@/server/domain/lookup/hand-over/withdraw-card";
import { readReceiptToken } from "@/server/domain/push/receipt-token";
import { recordReceipt, type ReceiptMilestone } from "@/server/domain/push/record-receipt";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import { CallSign } from "@/server/vocabulary/call-sign";
import { CareSettingId, IncidentId, RequestId, type CardHandoverId } from "@/server/vocabulary/ids";
import { CallNumber } from "@/server/vocabulary/asked-incident";
import type { ResultCard } from "@/server/vocabulary/result-card";
import { test as base, type AlertStory, type DutyPerson } from "@/test/support/alert-story";
import { makeAlert } from "@/test/support/make-alert";
import { makeDevice } from "@/test/support/make-device";

const callSign = CallSign.parse("EM401");

interface Given {
  /** A control room that has looked a child up, and Priya on EM401 with one phone. */
  readonly night: Night;
}

interface Night {
  readonly control: PersonActor;
  readonly priya: DutyPerson;
  readonly nhsNumber: string;
  readonly lookupId: Awaited<ReturnType<typeof makeAlert>>["lookupId"];
  readonly hand: (minutes: number) => Promise<Awaited<ReturnType<typeof handCard>>>;
  /** Priya's phone reports on the newest push. */
  readonly reports: (milestone: ReceiptMilestone, minutes: number) => Promise<void>;
  readonly priyaOpens: (handoverId: CardHandoverId, minutes: number) => Promise<ResultCard>;
  readonly reads: (minutes: number) => Promise<Awaited<ReturnType<typeof readHandedCards>>>;
}

const test = base.extend<Given>({ night: async ({ story }, use) => use(await makeNight(story)) });

async function makeNight(story: AlertStory): Promise<Night> {
  const careSettingId = CareSettingId.parse(randomUUID());
  await story.world.sql("insert into care_setting values ($1, $2, 'Operations centre', 'control-room')", [
    careSettingId,
    story.world.trust.id,
  ]);
  const tom = await story.world.person("control-room", "Tom Okafor");
  const control = { ...tom, careSettingId, careSettingName: "Operations centre" };
  const priya = await story.member("crew", "Priya Nair");
  await story.does(priya.actor, 0, (work) => chooseCallSign(work, callSign));
  const { nhsNumber } = await story.world.plan();
  const incident = { incidentId: IncidentId.parse(randomUUID()), callNumber: CallNumber.parse("C4711") };
  const { lookupId } = await makeAlert(story.service, {
    crew: control,
    nhsNumber,
    now: story.at(0),
    incident,
  });
  return {
    control,
    priya,
    nhsNumber,
    lookupId,
    hand: (minutes) => {
      const requestId = RequestId.parse(randomUUID());
      return story.does(control, minutes, (work) =>
        handCard(work, { requestId, lookupId, to: { callSign } }),
      );
    },
    reports: (milestone, minutes) => {
      const noticeId = readReceiptToken(story.receiptOf(priya), story.service.configuration.RECEIPT_KEY);
      if (noticeId === undefined) throw new Error("the push carried no receipt of ours");
      const occasion = { actor: systemActor("push-receipts"), now: story.at(minutes) };
      return withWork(story.service.database, occasion, (work) =>
        recordReceipt(work, { noticeId, milestone }),
      );
    },
    priyaOpens: (handoverId, minutes) => {
      const opening = { handoverId, requestId: RequestId.parse(randomUUID()) };
      const settings = { ...story.service.configuration, mode: "unscheduled" as const };
      return story.does(priya.actor, minutes, (work) => openHandedCard(work, opening, settings));
    },
    reads: (minutes) => story.does(control, minutes, (work) => readHandedCards(work, lookupId)),
  };
}

test("the crew's phone is told that a card is waiting, and no word of whose, which call or which vehicle", async ({
  story,
  night,
}) => {
  const handed = await night.hand(1);
  expect(handed).toMatchObject({ people: 1, withPhone: 1 });
  await story.passTimeTo(2);

  const [delivery, ...others] = story.pushesTo(night.priya);
  expect(others).toEqual([]);
  expect(delivery?.message).toMatchObject({
    notification: {
      title: "Lantern",
      body: "A card is waiting for you.",
      navigate: `${story.service.configuration.NEXTAUTH_URL}/check/handed`,
    },
  });
  const text = JSON.stringify(delivery?.message);
  const { lookupId, nhsNumber, control } = night;
  const secrets = [nhsNumber, lookupId, control.name, "Priya", "EM401", "C4711", "Example", "Robin"];
  expect(secrets.filter((word) => text.includes(word))).toEqual([]);
});

test("control reads how far it came: sent, shown, opened, by name and time", async ({ story, night }) => {
  const { handoverId } = await night.hand(1);
  expect((await night.reads(1))[0]?.people).toEqual(["Priya Nair: being told."]);
  await story.passTimeTo(2);
  expect((await night.reads(2))[0]?.people).toEqual([
    "Priya Nair: sent to their phone at 21:11, not shown yet.",
  ]);

  await night.reports("shown", 3);
  const [shown] = await night.reads(3);
  expect(shown?.people).toEqual(["Priya Nair: shown on their phone at 21:13, not opened yet."]);
  expect(shown?.attempts).toEqual([
    expect.stringMatching(/^Priya Nair: Sent 21:11, taken up after 0 s, shown after/),
  ]);

  await night.priyaOpens(handoverId, 4);
  expect((await night.reads(5))[0]).toMatchObject({
    tone: "done",
    people: ["Priya Nair: opened it at 21:14."],
  });
});

test("the social worker is rung once, by the look that control made", async ({ story, night }) => {
  const amira = await story.onCall("Amira Hassan");
  const { handoverId } = await night.hand(1);
  await story.passTimeTo(1);
  await night.priyaOpens(handoverId, 2);
  await story.passTimeTo(4);

  const receipts = new Set(story.receiptsOf(amira));
  expect(receipts.size).toBe(1);
});

test("every phone of everybody on the vehicle is told once, also when the job runs twice", async ({
  story,
  night,
}) => {
  const jo = await story.member("crew", "Jo Parry");
  const second = await makeDevice(story.service, { push: story.push, person: jo.actor, now: story.at(0) });
  await story.does(jo.actor, 0, (work) => chooseCallSign(work, callSign));
  const stranger = await story.member("crew", "Alex Else");
  await night.hand(1);
  await story.world.sql(
    "insert into outbox (kind, job, due_at) select kind, job, due_at from outbox where kind = 'tell-card'",
  );
  await story.passTimeTo(2);

  const phones = [...night.priya.phones, ...jo.phones, second];
  const told = await story.world.sql("select count(*)::int as notices from notice where purpose = 'card'");
  expect(told).toEqual([{ notices: 3 }]);
  for (const { endpoint } of phones)
    expect(story.push.deliveries.some((delivery) => delivery.endpoint === endpoint)).toBe(true);
  expect(story.pushesTo(stranger)).toEqual([]);
});

test("what was taken back or opened before the worker came tells nobody any more", async ({
  story,
  night,
}) => {
  const back = await night.hand(1);
  await story.does(night.control, 1, (work) => withdrawCard(work, back.handoverId));
  const opened = await night.hand(1);
  await night.priyaOpens(opened.handoverId, 1);
  await story.passTimeTo(2);

  expect(story.pushesTo(night.priya)).toEqual([]);
  expect(await story.world.sql("select 1 from outbox where kind in ('tell-card', 'send-notice')")).toEqual(
    [],
  );
});

test("a notice that waits for a busy push service is not sent once the card was taken back", async ({
  story,
  night,
}) => {
  const [phone] = night.priya.phones;
  story.push.answerWith(phone?.endpoint ?? "", { status: 503 });
  const { handoverId } = await night.hand(1);
  await story.passTimeTo(1);
  const before = story.pushesTo(night.priya).length;
  await story.does(night.control, 1, (work) => withdrawCard(work, handoverId));
  await story.passTimeTo(10);

  expect(story.pushesTo(night.priya)).toHaveLength(before);
  expect(await story.world.sql("select accepted_at, last_answer from notice where purpose = 'card'")).toEqual(
    [{ accepted_at: null, last_answer: "Not sent: it was taken or withdrawn before." }],
  );
});

test("a phone that no longer exists: control reads at once that they have to be rung or radioed", async ({
  story,
  night,
}) => {
  const [phone] = night.priya.phones;
  story.push.answerWith(phone?.endpoint ?? "", { status: 410 });
  await night.hand(1);
  await story.passTimeTo(2);

  expect((await night.reads(2))[0]).toMatchObject({
    tone: "problem",
    line: "Handed to EM401 (1 person) at 21:11. No phone of theirs can be told. Ring or radio them: the card waits in Lantern, under Check.",
    people: ["Priya Nair: their phone could not be told. Ring or radio them."],
  });
});
