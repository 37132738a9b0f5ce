import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Work } from "@/server/db/work";
import { endIncident } from "@/server/domain/incident/end-incident";
import { isOnCallOut } from "@/server/domain/incident/is-on-call-out";
import { readOwnIncident } from "@/server/domain/incident/read-own-incident";
import { recordUnidentified } from "@/server/domain/incident/record-unidentified";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { PersonActor } from "@/server/vocabulary/actor";
import { IncidentId, RequestId } from "@/server/vocabulary/ids";
import { CallNumber, type AskedIncident } from "@/server/vocabulary/asked-incident";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { makeNhsNumber, makeWorld } from "@/test/support/make-world";
import { now, test } from "@/test/support/use-cases";

const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const settings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 100,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
} as const;

const newCall = (callNumber?: string): AskedIncident => ({
  incidentId: IncidentId.parse(randomUUID()),
  ...(callNumber !== undefined && { callNumber: CallNumber.parse(callNumber) }),
});

function asks(incident: AskedIncident | undefined, nhsNumber: NhsNumber = makeNhsNumber()) {
  const request = { requestId: RequestId.parse(randomUUID()), nhsNumber, ...(incident && { incident }) };
  return (work: Work) => lookUpChild(work, request, settings);
}

function says(incident: AskedIncident, count: number, requestId = RequestId.parse(randomUUID())) {
  return (work: Work) => recordUnidentified(work, { incident, requestId, count, ageGuess: "under-5" });
}

test("two children of one call are in one incident, and lookup, attendance and alert say so", async ({
  world,
  crew,
  does,
}) => {
  const call = newCall();
  const child = await world.plan();

  const known = await does(crew, asks(call, child.nhsNumber));
  const unknown = await does(crew, asks(call), at(0.1));

  expect(known.incident).toEqual({ incidentId: call.incidentId, openedAt: now, callNumber: null });
  expect(unknown.incident).toEqual(known.incident);
  expect(
    await world.sql(
      `select (select count(*)::int from lookup where incident_id = $1) as lookups,
         (select count(*)::int from attendance where incident_id = $1) as attendances,
         (select count(*)::int from alert where incident_id = $1) as alerts`,
      [call.incidentId],
    ),
  ).toEqual([{ lookups: 2, attendances: 1, alerts: 1 }]);
});

test("phones that begin the same call at the same moment begin it once", async ({ world, crew, does }) => {
  const call = newCall();
  const colleague = await world.person("crew");

  const cards = await Promise.all([crew, colleague, crew, colleague].map((who) => does(who, asks(call))));

  expect(new Set(cards.map(({ incident }) => incident?.incidentId))).toEqual(new Set([call.incidentId]));
  expect(await world.sql("select 1 from incident where id = $1", [call.incidentId])).toHaveLength(1);
});

test("colleagues who type the same call-out number at the same moment are on one call", async ({
  world,
  crew,
  does,
}) => {
  const colleague = await world.person("crew");
  const number = `A${String(Date.now()).slice(-6)}`;

  const cards = await Promise.all(
    [crew, colleague, crew].map((who) => does(who, asks(newCall(number.toLowerCase())))),
  );

  expect(new Set(cards.map(({ incident }) => incident?.incidentId)).size).toBe(1);
  expect(cards[0]?.incident).toMatchObject({ callNumber: number });
});

test("the same question of a call again is one lookup of the same call", async ({ crew, does }) => {
  const request = {
    requestId: RequestId.parse(randomUUID()),
    nhsNumber: makeNhsNumber(),
    incident: newCall(),
  };
  const ask = (work: Work) => lookUpChild(work, request, settings);

  const cards = await Promise.all([does(crew, ask), does(crew, ask), does(crew, ask)]);
  const again = await does(crew, ask, at(13));

  expect(new Set([...cards, again].map(({ lookupId }) => lookupId)).size).toBe(1);
  expect(again.incident).toEqual(cards[0].incident);
});

test("after 12 hours a question under an old id begins another call, and the card says which", async ({
  crew,
  does,
}) => {
  const call = newCall();
  await does(crew, asks(call));

  const within = await does(crew, asks(call), at(11.9));
  const after = await does(crew, asks(call), at(12));

  expect(within.incident?.incidentId).toBe(call.incidentId);
  expect(after.incident?.incidentId).not.toBe(call.incidentId);
  expect(after.incident?.openedAt).toEqual(at(12));
});

test("a call of another organisation is not found, whatever is asked of it, and nothing is written", async ({
  database,
  crew,
  world,
  does,
}) => {
  const theirs = await makeWorld(database, now);
  const call = newCall("7711");
  const stranger = await theirs.person("crew");
  await does(stranger, asks(call));

  await expect(does(crew, asks({ incidentId: call.incidentId }))).rejects.toMatchObject({
    kind: "not-found",
  });
  await expect(does(crew, says({ incidentId: call.incidentId }, 1))).rejects.toMatchObject({
    kind: "not-found",
  });
  await expect(does(crew, (work) => endIncident(work, call.incidentId))).rejects.toMatchObject({
    kind: "not-found",
  });
  const ofNumber = await does(crew, asks(newCall("7711")));
  expect(ofNumber.incident?.incidentId).not.toBe(call.incidentId);
  expect(
    await world.sql("select distinct organisation_id as id from lookup where incident_id = $1", [
      call.incidentId,
    ]),
  ).toEqual([{ id: theirs.trust.id }]);
});

test("the database itself refuses a lookup in a call of another organisation", async ({
  database,
  crew,
  world,
  does,
}) => {
  const theirs = await makeWorld(database, now);
  const call = newCall();
  await does(await theirs.person("crew"), asks(call));
  const { lookupId } = await does(crew, asks(newCall()));

  const mixed = world.sql("update lookup set incident_id = $1 where id = $2", [call.incidentId, lookupId]);

  await expect(mixed).rejects.toThrow("lookup_incident_id_organisation_id_fkey");
});

test("the authorities that were told of a call see it and its unidentified children, and no others", async ({
  database,
  crew,
  world,
  does,
}) => {
  const others = await makeWorld(database, now);
  const child = await world.plan();
  const call = newCall();
  await does(crew, asks(call, child.nhsNumber));
  await does(crew, says(call, 2));
  const seenBy = async (who: PersonActor) =>
    does(who, async ({ tx }) => ({
      calls: await tx.incident.count({ where: { id: call.incidentId } }),
      words: await tx.unidentified.count({ where: { incidentId: call.incidentId } }),
    }));

  expect(await seenBy(await world.person("duty-social-worker"))).toEqual({ calls: 1, words: 1 });
  expect(await seenBy(await others.person("duty-social-worker"))).toEqual({ calls: 0, words: 0 });
  expect(await seenBy(await others.person("crew"))).toEqual({ calls: 0, words: 0 });
});

test("unidentified children may be the first of a call; said twice it is on record once, and it is audited", async ({
  crew,
  world,
  does,
}) => {
  const call = newCall();
  const requestId = RequestId.parse(randomUUID());

  await Promise.all([does(crew, says(call, 2, requestId)), does(crew, says(call, 2, requestId))]);
  await does(crew, says(call, 0), at(0.1));

  expect(await does(crew, (work) => readOwnIncident(work, settings), at(0.2))).toMatchObject({
    incidentId: call.incidentId,
    children: [],
    unidentified: { count: 0, ageGuess: "under-5" },
  });
  const words = await world.sql(
    "select count from unidentified where incident_id = $1 order by recorded_at",
    [call.incidentId],
  );
  expect(words).toEqual([{ count: 2 }, { count: 0 }]);
  const audit = await world.sql("select distinct detail from audit where concerns = $1 order by 1", [
    call.incidentId,
  ]);
  expect(audit).toEqual([{ detail: "unidentified: 0, under-5" }, { detail: "unidentified: 2, under-5" }]);
});

test("a phone that starts again is told of its own call until the cards clear, another call begins, or never by others", async ({
  crew,
  world,
  does,
}) => {
  const call = newCall();
  const child = await world.plan();
  const own = async (who: PersonActor, when: Date) => {
    const read = await does(who, (work) => readOwnIncident(work, settings), when);
    expect(await does(who, (work) => isOnCallOut(work, settings), when)).toBe(read !== undefined);
    return read;
  };
  await does(crew, asks(call, child.nhsNumber));
  const second = await does(crew, asks(call), at(0.25));

  expect(await own(crew, at(0.3))).toMatchObject({
    incidentId: call.incidentId,
    children: [
      { nhsNumber: child.nhsNumber, answer: "held", clearsInMs: 12 * 60_000 },
      { nhsNumber: second.nhsNumber, answer: "none-held", clearsInMs: 27 * 60_000 },
    ],
  });
  expect((await own(crew, at(0.6)))?.children.map(({ nhsNumber }) => nhsNumber)).toEqual([second.nhsNumber]);
  expect(await own(crew, at(0.76))).toBeUndefined();
  expect(await own(await world.person("crew"), at(0.3))).toBeUndefined();
  await world.sql("update session set opened_at = $2 where id = $1", [crew.sessionId, at(0.29)]);
  expect(await own(crew, at(0.3)), "signed in again since").toBeUndefined();
  await world.sql("update session set opened_at = $2 where id = $1", [crew.sessionId, now]);
  await does(crew, (work) => endIncident(work, call.incidentId), at(0.3));
  expect(await own(crew, at(0.31))).toBeUndefined();
});
