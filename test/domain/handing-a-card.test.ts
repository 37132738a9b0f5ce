import { expect } from "@playwright/test";
import { chooseCallSign } from "@/server/domain/access/choose-call-sign";
import { readAlertProgress } from "@/server/domain/alert/read-alert-progress";
import { readHandedCards } from "@/server/domain/lookup/hand-over/read-handed-cards";
import { waitingCards } from "@/server/domain/lookup/hand-over/waiting-cards";
import { readCard } from "@/server/domain/lookup/read-card";
import { CallSign } from "@/server/vocabulary/call-sign";
import { at, em401, hands, newRequest, opens, settings, test } from "@/test/support/handing";
import { makeNhsNumber } from "@/test/support/make-world";

test("the crew opens the card as a look of their own: same child, same call, same alert", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const card = await looksUp();

  const handed = await does(control, hands(card.lookupId), 1);
  expect(handed).toMatchObject({ people: 1, withPhone: 0 });
  expect(await does(priya, waitingCards, 2)).toEqual([
    {
      handoverId: handed.handoverId,
      fromName: "Tom Okafor",
      fromRole: "control-room",
      callNumber: null,
      handedAt: at(1),
      openedAt: null,
    },
  ]);
  const opened = await does(priya, opens(handed.handoverId), 3);

  expect(opened).toMatchObject({ answer: "held", nhsNumber: card.nhsNumber, incident: card.incident });
  expect(opened.lookupId).not.toBe(card.lookupId);
  expect(
    await world.sql(
      "select person_id, mode, number_source, reason, care_setting_id, asked_at from lookup where id = $1",
      [opened.lookupId],
    ),
  ).toEqual([
    {
      person_id: priya.personId,
      mode: "unscheduled",
      number_source: "system",
      reason: "injury",
      care_setting_id: priya.careSettingId,
      asked_at: at(3),
    },
  ]);
  const [mine] = await does(priya, (work) => readAlertProgress(work, opened.lookupId), 3);
  const [theirs] = await does(control, (work) => readAlertProgress(work, card.lookupId), 3);
  expect(mine).toMatchObject({ alertId: theirs?.alertId, progress: { viewsAgain: 1 } });
  expect(await does(priya, (work) => readCard(work, opened.lookupId, settings), 4)).toMatchObject({
    lookupId: opened.lookupId,
  });
});

test("control reads who opened it and when, and can take it back no longer", async ({
  control,
  priya,
  does,
  looksUp,
}) => {
  const card = await looksUp();
  const { handoverId } = await does(control, hands(card.lookupId), 1);
  await does(priya, opens(handoverId), 3);

  expect(await does(control, (work) => readHandedCards(work, card.lookupId), 5)).toMatchObject([
    {
      tone: "done",
      line: "Handed to EM401 (1 person) at 21:15. Opened at 21:17.",
      people: ["Priya Nair: opened it at 21:17."],
      canBeTakenBack: false,
    },
  ]);
});

test("the social worker is told of the call once: an opened card is no news of another setting", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const card = await looksUp();
  const { handoverId } = await does(control, hands(card.lookupId), 1);
  await does(priya, opens(handoverId), 2);

  const jobs = await world.sql(
    `select outbox.kind, job ->> 'purpose' as purpose from outbox join alert on alert.id::text = job ->> 'alertId'
     where alert.lookup_id = $1`,
    [card.lookupId],
  );
  expect(jobs).toEqual([{ kind: "climb-alert", purpose: null }]);
});

test("each step is on record in the name of whoever did it, with the child and without anybody's name", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const card = await looksUp();
  const { handoverId } = await does(control, hands(card.lookupId), 1);
  await does(priya, opens(handoverId), 2);

  expect(
    await world.sql(
      `select person_id, action, detail from audit where nhs_number = $1 order by happened_at, id`,
      [card.nhsNumber],
    ),
  ).toEqual([
    { person_id: control.personId, action: "child:look-up", detail: "held" },
    { person_id: control.personId, action: "card:hand-over", detail: "to 1, by call sign" },
    { person_id: priya.personId, action: "child:look-up", detail: "held" },
    { person_id: priya.personId, action: "card:receive", detail: "opened" },
  ]);
});

test("a card of a child of whom none is held is handed over the same way, and raises nothing", async ({
  control,
  priya,
  does,
  looksUp,
  world,
}) => {
  const card = await looksUp(makeNhsNumber());
  const { handoverId } = await does(control, hands(card.lookupId), 1);

  const opened = await does(priya, opens(handoverId), 2);

  expect(opened).toMatchObject({ answer: "none-held", nhsNumber: card.nhsNumber });
  expect(await world.sql("select 1 from alert where organisation_id = $1", [world.trust.id])).toEqual([]);
});

test("both of a vehicle open it, each in their own name, and the alert counts both as the same call", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const jo = await world.person("crew", "Jo Parry");
  await does(jo, (work) => chooseCallSign(work, CallSign.parse("em 401")));
  const card = await looksUp();
  const { handoverId, people } = await does(control, hands(card.lookupId), 1);
  expect(people).toBe(2);

  const [first, second] = await Promise.all([
    does(priya, opens(handoverId), 2),
    does(jo, opens(handoverId), 2),
  ]);

  expect(first.lookupId).not.toBe(second.lookupId);
  const [progress] = await does(control, (work) => readAlertProgress(work, card.lookupId), 3);
  expect(progress?.progress.viewsAgain).toBe(2);
  const [handed] = await does(control, (work) => readHandedCards(work, card.lookupId), 3);
  expect(handed?.line).toContain("Opened by all of them.");
});

test("a tap that was sent twice opens once; opened again later it is another look, with what is true then", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const card = await looksUp();
  const { handoverId } = await does(control, hands(card.lookupId), 1);
  const requestId = newRequest();

  const twice = await Promise.all([
    does(priya, opens(handoverId, requestId), 2),
    does(priya, opens(handoverId, requestId), 2),
  ]);
  expect(new Set(twice.map(({ lookupId }) => lookupId)).size).toBe(1);
  await world.sql(
    "update plan set deleted_on = '2026-11-23' from subject where subject.id = subject_id and nhs_number = $1",
    [card.nhsNumber],
  );
  const later = await does(priya, opens(handoverId), 60);

  expect(later).toMatchObject({ answer: "none-held", askedAt: at(60) });
  expect(await does(priya, waitingCards, 61)).toMatchObject([{ openedAt: at(2) }]);
});

test("handed over by a double tap, it is handed over once", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const card = await looksUp();
  const requestId = newRequest();

  const first = await does(control, hands(card.lookupId, em401, requestId), 1);
  const again = await does(control, hands(card.lookupId, em401, requestId), 2);

  expect(again).toEqual(first);
  expect(await world.sql("select 1 from card_handover where lookup_id = $1", [card.lookupId])).toHaveLength(
    1,
  );
  expect(priya.name).toBe("Priya Nair");
});

test("handed to others too, each has it; to the same person again, they see one card", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const jo = await world.person("crew", "Jo Parry");
  const card = await looksUp();
  await does(control, hands(card.lookupId), 1);
  const second = await does(control, hands(card.lookupId, { personId: priya.personId }), 2);
  await does(control, hands(card.lookupId, { personId: jo.personId }), 3);

  expect(await does(priya, waitingCards, 4)).toMatchObject([{ handoverId: second.handoverId }]);
  expect(await does(jo, waitingCards, 4)).toHaveLength(1);
  expect(await does(control, (work) => readHandedCards(work, card.lookupId), 4)).toHaveLength(3);
});
