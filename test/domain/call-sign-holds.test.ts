import { expect } from "@playwright/test";
import { readCallSign } from "@/server/domain/access/read-call-sign";
import { chooseCallSign } from "@/server/domain/access/choose-call-sign";
import { findCrew } from "@/server/domain/lookup/hand-over/find-crew";
import { waitingCards } from "@/server/domain/lookup/hand-over/waiting-cards";
import { CallSign } from "@/server/vocabulary/call-sign";
import { at, em401, endsSession, hands, now, opens, test } from "@/test/support/handing";
import { makeWorld } from "@/test/support/make-world";

test("control signs out, and the card waits all the same", async ({
  world,
  control,
  priya,
  does,
  looksUp,
}) => {
  const { lookupId } = await looksUp();
  const { handoverId } = await does(control, hands(lookupId), 1);
  await endsSession(world, control, { endedBy: "signed-out", minutes: 2 });

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
  await endsSession(world, priya, { endedBy: "signed-out", minutes: 725 });
  expect([await found(726), await does(priya, readCallSign, 726)]).toEqual([[], null]);
});

test("who signs in again after a pause is on the same vehicle still; who was replaced on a shared phone is not", async ({
  world,
  control,
  priya,
  does,
}) => {
  const found = async () => (await does(control, (work) => findCrew(work, "EM401"), 3)).vehicles.length;
  await endsSession(world, priya, { endedBy: "replaced", minutes: 1 });
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
