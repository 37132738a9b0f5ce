import { expect } from "@playwright/test";
import { chooseCallSign } from "@/server/domain/access/choose-call-sign";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import { readHandedCards } from "@/server/domain/lookup/hand-over/read-handed-cards";
import { waitingCards } from "@/server/domain/lookup/hand-over/waiting-cards";
import { withdrawCard } from "@/server/domain/lookup/hand-over/withdraw-card";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { readCard } from "@/server/domain/lookup/read-card";
import { em401, hands, newRequest, now, opens, settings, test } from "@/test/support/handing";
import { makeNhsNumber, makeWorld } from "@/test/support/make-world";

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
