import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { systemActor, type Actor } from "@/server/vocabulary/actor";
import { test as base } from "@/test/support/database";
import { fillWorld, type FullWorld } from "@/test/support/make-full-world";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly service: TestService;
  readonly world: World;
  readonly full: FullWorld;
  readonly theirs: FullWorld;
  readonly as: <Result>(actor: Actor, useCase: (work: Work) => Promise<Result>) => Promise<Result>;
  /** The values of the only column, sorted. */
  readonly sees: (actor: Actor, what: string) => Promise<unknown[]>;
}

const test = base.extend<Given>({
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  full: async ({ world, service }, use) => use(await fillWorld(world, service, now)),
  theirs: async ({ database, service }, use) =>
    use(await fillWorld(await makeWorld(database, now), service, now)),
  as: async ({ service }, use) =>
    use((actor, useCase) => withWork(service.database, { actor, now }, useCase)),
  sees: async ({ as }, use) =>
    use(async (actor, what) => {
      const rows = await as(actor, (work) => work.tx.$queryRawUnsafe<object[]>(`select ${what}`));
      return rows.flatMap((row) => Object.values(row).map(String)).toSorted();
    }),
});

test("cards that were handed over are seen by those of the same organisation who look children up, and by nobody else", async ({
  world,
  full,
  theirs,
  sees,
}) => {
  const cards = "handover_id from card_addressee";

  for (const role of ["crew", "control-room"] as const) {
    expect(await sees(await world.person(role), "id from card_handover")).toEqual([full.handoverId]);
    expect(await sees(await world.person(role), cards)).toEqual([full.handoverId]);
  }
  for (const role of ["scheduled-clinician", "health-manager", "privacy-officer", "operator"] as const)
    expect(await sees(await world.person(role), cards)).toEqual([]);
  expect(await sees(full.duty, cards)).toEqual([]);
  expect(await sees(full.crew, "call_sign from crew_call_sign")).toEqual([]);
  expect(await sees(full.receiver, "call_sign from crew_call_sign")).toEqual(["EM401"]);
  expect(theirs.handoverId).not.toBe(full.handoverId);
});

test("nobody hands over another's card, opens one for somebody else, or takes one back that is not theirs", async ({
  full,
  as,
  world,
}) => {
  const colleague = await world.person("control-room");
  const hand = (lookupId: string) => (work: Work) =>
    work.tx
      .$executeRaw`insert into card_handover (request_id, lookup_id, organisation_id, from_person_id, handed_at, ends_at)
      values (gen_random_uuid(), ${lookupId}::uuid, ${world.trust.id}::uuid, ${colleague.personId}::uuid, ${now},
        ${now}::timestamptz + interval '1 hour')`;
  const join = (work: Work) =>
    work.tx.$executeRaw`insert into card_addressee (handover_id, person_id, phones)
      values (${full.handoverId}::uuid, ${colleague.personId}::uuid, 0)`;
  const open = (work: Work) =>
    work.tx.$executeRaw`update card_addressee set opened_at = ${now}, lookup_id = ${full.lookupId}::uuid`;
  const withdraw = (work: Work) => work.tx.$executeRaw`update card_handover set withdrawn_at = ${now}`;

  await expect(as(colleague, hand(full.lookupId))).rejects.toThrow("row-level security");
  await expect(as(colleague, join)).rejects.toThrow("row-level security");
  expect(await as(colleague, open)).toBe(0);
  expect(await as(full.crew, open)).toBe(0);
  expect(await as(full.receiver, withdraw)).toBe(0);
  expect(await as(full.receiver, open)).toBe(1);
  expect(await as(full.crew, withdraw)).toBe(1);
});

test("who is at work is told to those of the same organisation who look children up, and to nobody else", async ({
  full,
  theirs,
  world,
  sees,
}) => {
  const atWork = `person_id from lantern_crew_at('${now.toISOString()}')`;

  expect(await sees(full.crew, atWork)).toEqual([full.receiver.personId]);
  for (const person of [full.duty, await world.person("health-manager"), systemActor("worker")])
    expect(await sees(person, atWork)).toEqual([]);
  expect(await sees(theirs.crew, atWork)).toEqual([theirs.receiver.personId]);
});
