import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import { chooseCallSign } from "@/server/domain/access/choose-call-sign";
import { readCallSign } from "@/server/domain/access/read-call-sign";
import { readAlertProgress } from "@/server/domain/alert/read-alert-progress";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import { findCrew } from "@/server/domain/lookup/hand-over/find-crew";
import { handCard } from "@/server/domain/lookup/hand-over/hand-card";
import { openHandedCard } from "@/server/domain/lookup/hand-over/open-handed-card";
import { readHandedCards } from "@/server/domain/lookup/hand-over/read-handed-cards";
import { waitingCards } from "@/server/domain/lookup/hand-over/waiting-cards";
import { withdrawCard } from "@/server/domain/lookup/hand-over/withdraw-card";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { readCard } from "@/server/domain/lookup/read-card";
import type { PersonActor } from "@/server/vocabulary/actor";
import { CallSign } from "@/server/vocabulary/call-sign";
import type { CardReceiver } from "@/server/vocabulary/handed-card";
import {
  CareSettingId,
  IncidentId,
  RequestId,
  type CardHandoverId,
  type LookupId,
} from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import type { ResultCard } from "@/server/vocabulary/result-card";
import { test as base } from "@/test/support/database";
import { makeNhsNumber, makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const settings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 100,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
} as const;
const em401 = { callSign: CallSign.parse("EM401") };

interface Given {
  readonly world: World;
  readonly control: PersonActor;
  readonly priya: PersonActor;
  readonly service: Database;
  readonly does: <Result>(
    who: PersonActor,
    useCase: (work: Work) => Promise<Result>,
    minutes?: number,
  ) => Promise<Result>;
  /** Control looks the child of this number up, as part of a call. */
  readonly looksUp: (nhsNumber?: NhsNumber, minutes?: number) => Promise<ResultCard>;
}

/** A control room at a desk of its own, and Priya on EM401. */
const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  control: async ({ world }, use) => {
    const careSettingId = CareSettingId.parse(randomUUID());
    await world.sql("insert into care_setting values ($1, $2, 'Operations centre', 'control-room')", [
      careSettingId,
      world.trust.id,
    ]);
    const person = await world.person("control-room", "Tom Okafor");
    await use({ ...person, careSettingId, careSettingName: "Operations centre" });
  },
  priya: async ({ world, does }, use) => {
    const priya = await world.person("crew", "Priya Nair");
    await does(priya, (work) => chooseCallSign(work, em401.callSign));
    await use(priya);
  },
  service: async ({ database }, use) => {
    const service = connectDatabase({ url: database.appUrl, connections: 8 });
    await use(service);
    await service.$disconnect();
  },
  does: async ({ service }, use) =>
    use((actor, useCase, minutes = 0) => withWork(service, { actor, now: at(minutes) }, useCase)),
  looksUp: async ({ world, control, does }, use) =>
    use(async (nhsNumber, minutes = 0) => {
      const request = {
        requestId: RequestId.parse(randomUUID()),
        nhsNumber: nhsNumber ?? (await world.plan()).nhsNumber,
        reason: "injury" as const,
        incident: { incidentId: IncidentId.parse(randomUUID()) },
      };
      return does(control, (work) => lookUpChild(work, request, settings), minutes);
    }),
});

const newRequest = () => RequestId.parse(randomUUID());

function hands(lookupId: LookupId, to: CardReceiver = em401, requestId = newRequest()) {
  return (work: Work) => handCard(work, { requestId, lookupId, to });
}

function opens(handoverId: CardHandoverId, requestId = newRequest()) {
  return (work: Work) => openHandedCard(work, { handoverId, requestId }, settings);
}

/** As sign-out, or somebody else's sign-in in the same browser, does. */
function ends(world: World, { sessionId }: PersonActor, endedBy: string, minutes: number) {
  return world.sql("update session set ended_at = $2, ended_by = $3 where id = $1", [
    sessionId,
    at(minutes),
    endedBy,
  ]);
}

test("the crew opens the card as a look of their own: same child, same call, same alert, and control reads when", async ({
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

test("nobody but those to whom it was handed can open it, of whatever organisation", async ({
  database,
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const other = await makeWorld(database, now);
  const strangers = [
    await world.person("crew", "Jo Parry"),
    await other.person("crew"),
    control,
    // The same person, signed in for another organisation.
    { ...priya, organisationId: other.trust.id },
  ];
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 1);

  for (const stranger of strangers) {
    await expect(does(stranger, opens(handoverId), 2)).rejects.toThrow("no longer waiting");
    expect(await does(stranger, waitingCards, 2)).toEqual([]);
  }
  expect(
    await world.sql("select opened_at from card_addressee where handover_id = $1", [handoverId]),
  ).toEqual([{ opened_at: null }]);
});

test("it waits for 12 hours and no longer, nor longer than its call", async ({
  control,
  priya,
  does,
  looksUp,
}) => {
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 0);
  const late = await does(control, hands(lookupId), 60);

  expect(await does(priya, waitingCards, 719.9)).toHaveLength(1);
  expect(await does(priya, waitingCards, 720)).toEqual([]);
  for (const one of [handoverId, late.handoverId])
    await expect(does(priya, opens(one), 720)).rejects.toThrow("no longer waiting");
  await expect(does(control, hands(lookupId), 720)).rejects.toThrow("The call of this card is over.");
});

test("what was taken back waits for nobody; what somebody opened stays theirs", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const jo = await world.person("crew", "Jo Parry");
  await does(jo, (work) => chooseCallSign(work, em401.callSign));
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 1);
  const opened = await does(priya, opens(handoverId), 2);

  await does(control, (work) => withdrawCard(work, handoverId), 3);
  await does(control, (work) => withdrawCard(work, handoverId), 4);

  await expect(does(jo, opens(handoverId), 5)).rejects.toThrow("no longer waiting");
  expect(await does(jo, waitingCards, 5)).toEqual([]);
  expect(await does(priya, (work) => readCard(work, opened.lookupId, settings), 5)).toMatchObject({
    answer: "held",
  });
  const [handed] = await does(control, (work) => readHandedCards(work, lookupId), 5);
  expect(handed).toMatchObject({
    line: "Handed to EM401 (2 people) at 21:15. Taken back at 21:17. 1 had opened it.",
    canBeTakenBack: false,
  });
});

test("what everybody opened cannot be taken back, and nobody takes back another's card", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const colleague = await world.person("control-room", "Sam Webb");
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 1);

  for (const stranger of [colleague, priya])
    await expect(does(stranger, (work) => withdrawCard(work, handoverId), 2)).rejects.toThrow(
      "You have handed no such card over.",
    );
  await does(priya, opens(handoverId), 3);
  await expect(does(control, (work) => withdrawCard(work, handoverId), 4)).rejects.toThrow(
    "It has been opened already",
  );
});

test("of an opening and a taking back at the same moment one comes first, and both sides read the same", async ({
  control,
  priya,
  does,
  looksUp,
}) => {
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 1);

  const [opened, withdrawn] = await Promise.allSettled([
    does(priya, opens(handoverId), 2),
    does(control, (work) => withdrawCard(work, handoverId), 2),
  ]);

  expect([opened.status, withdrawn.status].toSorted()).toEqual(["fulfilled", "rejected"]);
  const [handed] = await does(control, (work) => readHandedCards(work, lookupId), 3);
  expect(handed?.line).toContain(
    opened.status === "fulfilled" ? "Opened at 21:16." : "Nobody had opened it.",
  );
});

test("a card of the wrong child is handed to nobody, and one that waits waits no longer", async ({
  control,
  priya,
  does,
  looksUp,
}) => {
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 1);
  await does(control, (work) => retractLookup(work, lookupId), 2);

  expect(await does(priya, waitingCards, 3)).toEqual([]);
  await expect(does(priya, opens(handoverId), 3)).rejects.toThrow("about the wrong child");
  await expect(does(control, hands(lookupId), 3)).rejects.toThrow("You said that it was the wrong child.");
});

test("a card is handed over by whoever looked, and only where it belongs to a call", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const { lookupId } = await looksUp();
  const colleague = await world.person("control-room", "Sam Webb");
  const alone = { requestId: newRequest(), nhsNumber: makeNhsNumber() };
  const ofNoCall = await does(control, (work) => lookUpChild(work, alone, settings));
  const silent = await does(control, (work) =>
    lookUpChild(work, { ...alone, requestId: newRequest() }, { ...settings, mode: "scheduled" }),
  );

  await expect(does(colleague, hands(lookupId), 1)).rejects.toThrow("There is no such card of yours.");
  await expect(does(priya, hands(lookupId), 1)).rejects.toThrow("There is no such card of yours.");
  await expect(does(control, hands(ofNoCall.lookupId), 1)).rejects.toThrow("The call of this card is over.");
  await expect(does(control, hands(silent.lookupId), 1)).rejects.toThrow("There is no such card of yours.");
});

test("nobody on the call sign: it is said at once what to do, and nothing is handed over", async ({
  world,
  control,
  does,
  looksUp,
}) => {
  const { lookupId } = await looksUp();
  const duty = await world.person("duty-social-worker");

  await expect(does(control, hands(lookupId), 1)).rejects.toThrow(
    "Nobody is signed in on EM401. Ring or radio them, or choose a person.",
  );
  for (const personId of [control.personId, duty.personId])
    await expect(does(control, hands(lookupId, { personId }), 1)).rejects.toThrow("Ring or radio them.");
  expect(await world.sql("select 1 from card_handover where lookup_id = $1", [lookupId])).toEqual([]);
});

test("control signs out, and the card waits all the same", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 1);
  await ends(world, control, "signed-out", 2);

  expect(await does(priya, opens(handoverId), 3)).toMatchObject({ answer: "held" });
});

test("who has chosen no setting is told to, and the card waits on", async ({
  control,
  priya,
  does,
  looksUp,
}) => {
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 1);
  const settled = { ...priya, careSettingId: undefined };

  await expect(does(settled, opens(handoverId), 2)).rejects.toThrow("Choose where you work first.");
  expect(await does(priya, waitingCards, 3)).toMatchObject([{ openedAt: null }]);
});

test("a call sign holds for 12 hours, until it is changed, left or signed out of", async ({
  world,
  control,
  priya,
  does,
}) => {
  const found = async (minutes: number) => {
    const { vehicles } = await does(control, (work) => findCrew(work, "EM"), minutes);
    return vehicles.map(({ callSign }) => callSign);
  };
  const isSeenAt = (minutes: number) =>
    world.sql("update session set last_seen_at = $2 where id = $1", [priya.sessionId, at(minutes)]);

  expect(await found(1)).toEqual(["EM401"]);
  await isSeenAt(600);
  expect([await found(719), await does(priya, readCallSign, 719)]).toEqual([["EM401"], "EM401"]);
  expect([await found(720), await does(priya, readCallSign, 720)]).toEqual([[], null]);

  await does(priya, (work) => chooseCallSign(work, CallSign.parse("EM7")), 700);
  expect([await found(721), await does(priya, readCallSign, 721)]).toEqual([["EM7"], "EM7"]);
  await does(priya, (work) => chooseCallSign(work, null), 722);
  expect([await found(723), await does(priya, readCallSign, 723)]).toEqual([[], null]);

  await does(priya, (work) => chooseCallSign(work, em401.callSign), 724);
  await ends(world, priya, "signed-out", 725);
  expect([await found(726), await does(priya, readCallSign, 726)]).toEqual([[], null]);
});

test("who signs in again after a pause is on the same vehicle still; who was replaced on a shared phone is not", async ({
  world,
  control,
  priya,
  does,
}) => {
  const found = async () => (await does(control, (work) => findCrew(work, "EM401"), 3)).vehicles.length;
  await ends(world, priya, "replaced", 1);
  expect(await found()).toBe(0);

  await world.sql(
    `insert into session (person_id, organisation_id, role, assurance, opened_at, last_seen_at, idle_minutes, expires_at)
     select person_id, organisation_id, role, assurance, $2::timestamptz, $2::timestamptz, 60, expires_at
     from session where id = $1`,
    [priya.sessionId, at(2)],
  );
  expect(await found()).toBe(1);
});

test("of other organisations, and of other roles, nobody is found", async ({
  database,
  world,
  control,
  priya,
  does,
}) => {
  const other = await makeWorld(database, now);
  const theirs = await other.person("crew", "Priya Other");
  await does(theirs, (work) => chooseCallSign(work, em401.callSign));
  await world.person("health-manager", "Priya Manager");
  await world.person("privacy-officer", "Priya Officer");

  const found = await does(control, (work) => findCrew(work, "Priya"), 1);
  const vehicles = await does(control, (work) => findCrew(work, "EM401"), 1);
  const nobody = await does(await world.person("health-manager"), (work) => findCrew(work, "Priya"), 1);

  expect(found.people.map(({ personId }) => personId)).toEqual([priya.personId]);
  expect(vehicles.vehicles).toEqual([{ callSign: "EM401", names: ["Priya Nair"], withPhone: 0 }]);
  expect(nobody.people).toEqual([]);
});
