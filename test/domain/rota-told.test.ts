import { expect } from "@playwright/test";
import { recordAbsence } from "@/server/domain/rota/record-absence";
import { patternInWords } from "@/server/domain/rota/pattern-in-words";
import { saveLadder } from "@/server/domain/rota/save-ladder";
import { setCover } from "@/server/domain/rota/set-cover";
import { takeOver } from "@/server/domain/rota/take-over";
import { whoWouldBeTold, type WouldBeTold } from "@/server/domain/rota/who-would-be-told";
import type { PersonActor } from "@/server/vocabulary/actor";
import { makePattern } from "@/test/support/make-rota";
import { makeWorld } from "@/test/support/make-world";
import { aroundTheClock, rotaNow, test, type RotaDesk } from "@/test/support/rota-desk";

test("rung by rung: who, why, until when, and whether their phone rings", async ({ desk }) => {
  const { teamId, amira, ben, cara, manager } = desk;
  await aroundTheClock(desk, amira, ben);
  await desk.pattern(cara, { rung: 2, startsAtMinute: 0, endsAtMinute: 0 });
  await addDevice(desk, amira, "push");
  await addDevice(desk, ben, "email");
  await desk.as(manager, (work) =>
    saveLadder(work, {
      teamId,
      waitMinutes: [5, 10, 15],
      targets: [{ kind: "role", rung: 3, role: "authority-manager" }],
      againMinutes: 30,
    }),
  );

  const told = await toldAt(desk, manager, "2026-11-24T22:05");

  expect(told).toMatchObject({ teamNames: ["Duty team"], isOfficeOpen: false, againMinutes: 30 });
  expect(inLines(told)).toEqual([
    "1 after 5: Ben Carter (no): Weekly shift until 08:00 on Wednesday 25 November",
    "1 after 5: Amira Hassan (yes): Weekly shift that ended at 22:00; stays on call until 22:15 for the handover",
    "2 after 10: Cara Jones (no): Weekly shift until 00:00 on Wednesday 25 November",
    "3 after 15: Ruth Ellison (no): Everybody who is authority manager is told on this rung",
  ]);
});

test("covers and takeovers say whose place it is, and a rung without anybody stays in sight", async ({
  desk,
}) => {
  const { teamId, amira, ben, cara } = desk;
  await aroundTheClock(desk, amira, ben);
  await desk.pattern(cara, { rung: 2, endsAtMinute: 600 });
  const absence = {
    teamId,
    personId: amira.personId,
    coverId: cara.personId,
    startsAt: new Date("2026-11-24T12:00:00Z"),
    endsAt: new Date("2026-11-24T14:00:00Z"),
  };
  await desk.as(amira, (work) => recordAbsence(work, absence));
  const until = new Date("2026-11-23T15:00:00Z");
  await desk.as(ben, (work) => takeOver(work, { teamId, rung: 1, coverId: ben.personId, until }));

  expect(inLines(await toldAt(desk, ben, "2026-11-23T14:00"))).toEqual([
    "1 after 5: Ben Carter (no): Took over until 15:00",
    "2 after 5: nobody",
  ]);
  // A colleague may not know whose phone rings: that is not the same as none.
  expect(inLines(await toldAt(desk, ben, "2026-11-24T13:00"))).toEqual([
    "1 after 5: Cara Jones (not-known): Covers for Amira Hassan until 14:00",
    "2 after 5: nobody",
  ]);
});

test("a bank holiday's night has the emergency team", async ({ desk }) => {
  const nights = await desk.secondTeam("Emergency team");
  await desk.pattern(desk.amira);
  await desk.pattern(desk.ben, { teamId: nights, startsAtMinute: 0, endsAtMinute: 0 });
  const cover = { officeTeamId: desk.teamId, emergencyTeamId: nights };
  const { faults } = await desk.as(desk.manager, (work) => setCover(work, cover));
  expect(faults).toEqual([]);

  const [noon, christmas] = [
    await toldAt(desk, desk.manager, "2026-12-24T12:00"),
    await toldAt(desk, desk.manager, "2026-12-25T12:00"),
  ];

  expect(noon).toMatchObject({ teamNames: ["Duty team"], isOfficeOpen: true, isBankHoliday: false });
  expect(christmas).toMatchObject({
    teamNames: ["Emergency team"],
    isOfficeOpen: false,
    isBankHoliday: true,
  });
});

test("one team for all hours is one row, and taking it back to one leaves no hour without a team", async ({
  desk,
}) => {
  const nights = await desk.secondTeam("Emergency team");
  const rows = () =>
    desk.world.sql(
      "select cover, duty_team_id as team from duty_team_authority where authority_id = $1 order by 1",
      [desk.world.authority.id],
    );
  const set = (officeTeamId: string, emergencyTeamId: string) =>
    desk.as(desk.manager, (work) => setCover(work, { officeTeamId, emergencyTeamId }));

  await set(desk.teamId, nights);
  expect(await rows()).toEqual([
    { cover: "emergency", team: nights },
    { cover: "office", team: desk.teamId },
  ]);
  await set(nights, nights);
  expect(await rows()).toEqual([{ cover: "always", team: nights }]);
});

test("a team that is nobody's of ours, or another authority, is refused", async ({ desk, database }) => {
  const other = await makeWorld(database, rotaNow);
  const cover = { officeTeamId: desk.teamId, emergencyTeamId: other.dutyTeamId };
  await expect(desk.as(desk.manager, (work) => setCover(work, cover))).rejects.toMatchObject({
    kind: "not-found",
  });

  const moment = { authorityId: other.authority.id, at: rotaNow };
  const asking = desk.as(desk.manager, (work) => whoWouldBeTold(work, moment, settings));
  await expect(asking).rejects.toMatchObject({ kind: "not-found" });
});

test("who is told besides is named, also by a neighbour's team and at an authority that is only served", async ({
  desk,
  database,
}) => {
  const neighbour = await makeWorld(database, rotaNow);
  const [theirs, manager] = [await neighbour.person("duty-social-worker", "Nia Pugh"), desk.manager];
  const theirManager = await neighbour.person("authority-manager", "Owain Rees");
  await desk.pattern(theirs, { teamId: neighbour.dutyTeamId });
  await desk.world.sql(
    `insert into ladder_target (duty_team_id, rung, kind, role, target_team_id)
     values ($1, 1, 'team', null, $2), ($1, 2, 'role', 'authority-manager', null)`,
    [desk.teamId, neighbour.dutyTeamId],
  );
  await desk.world.sql("insert into role_assignment values ($1, $2, 'authority-manager', $3)", [
    theirManager.personId,
    neighbour.authority.id,
    rotaNow,
  ]);
  await desk.world.sql("update duty_team_authority set duty_team_id = $1 where authority_id = $2", [
    desk.teamId,
    neighbour.authority.id,
  ]);

  expect(inLines(await toldAt(desk, manager, "2026-11-24T12:00"))).toEqual([
    "1 after 5: Nia Pugh (not-known): First on call of another team: weekly shift until 17:00",
    "2 after 5: Ruth Ellison (no): Everybody who is authority manager is told on this rung",
  ]);
  const serving = { ...desk.amira, authorityIds: [desk.world.authority.id, neighbour.authority.id] };
  const moment = { authorityId: neighbour.authority.id, at: new Date("2026-11-24T12:00:00Z") };
  expect(inLines(await desk.as(serving, (work) => whoWouldBeTold(work, moment, settings)))).toEqual([
    "1 after 5: Nia Pugh (not-known): First on call of another team: weekly shift until 17:00",
    "2 after 5: Owain Rees (not-known): Everybody who is authority manager is told on this rung",
  ]);
});

test("a ladder is replaced as a whole, and refuses what it could not climb", async ({ desk, database }) => {
  const { teamId, manager, amira } = desk;
  const other = await makeWorld(database, rotaNow);
  const stranger = await other.person("duty-social-worker");
  const save = (change: object) =>
    desk.as(manager, (work) =>
      saveLadder(work, { teamId, waitMinutes: [5, 5], targets: [], againMinutes: null, ...change }),
    );

  await save({ waitMinutes: [1, 2, 3], againMinutes: 5 });
  await save({ targets: [{ kind: "person", rung: 2, personId: amira.personId }] });
  const [kept] = await desk.world.sql(
    `select (select json_agg(wait_minutes order by rung) from ladder_rung where duty_team_id = $1) as waits,
       (select count(*)::int from ladder_target where duty_team_id = $1) as targets, again_minutes as again
     from duty_team where id = $1`,
    [teamId],
  );
  expect(kept).toEqual({ waits: [5, 5], targets: 1, again: null });

  for (const target of [
    { kind: "person", rung: 3, personId: amira.personId },
    { kind: "person", rung: 1, personId: stranger.personId },
    { kind: "team", rung: 1, targetTeamId: teamId },
    { kind: "team", rung: 1, targetTeamId: other.dutyTeamId },
  ]) {
    await expect(save({ targets: [target] }), JSON.stringify(target)).rejects.toMatchObject({
      kind: "invalid",
    });
  }
});

const patterns = [
  [{}, "First on call, every day 09:00 to 17:00, from 5 January 2026"],
  [
    { weekdays: [5, 1, 2, 3, 4], bankHolidays: "off", lastOn: "2026-12-31" },
    "First on call, Monday to Friday 09:00 to 17:00, not on bank holidays, from 5 January 2026 to 31 December 2026",
  ],
  [
    { weekdays: [6, 7], everyWeeks: 2, rung: 2, startsAtMinute: 1_320, endsAtMinute: 480 },
    "Second on call, Saturday and Sunday 22:00 to 08:00 the next day, every other week, from 5 January 2026",
  ],
  [
    { weekdays: [1, 3, 5], everyWeeks: 3, rung: 4 },
    "4th on call, Monday, Wednesday and Friday 09:00 to 17:00, every 3 weeks, from 5 January 2026",
  ],
  [
    { weekdays: [], bankHolidays: "only" },
    "First on call, bank holidays 09:00 to 17:00, from 5 January 2026",
  ],
  [
    { weekdays: [1], bankHolidays: "only" },
    "First on call, bank holidays on Monday 09:00 to 17:00, from 5 January 2026",
  ],
] as const;

for (const [change, words] of patterns) {
  test(`a pattern reads "${words}"`, () => {
    expect(patternInWords(makePattern(change))).toBe(words);
  });
}

const settings = { handoverOverlapMinutes: 15, rungMinutes: 5, againMinutes: 15 };

function toldAt(desk: RotaDesk, actor: PersonActor, at: string): Promise<WouldBeTold> {
  const moment = { authorityId: desk.world.authority.id, at: new Date(`${at}:00Z`) };
  return desk.as(actor, (work) => whoWouldBeTold(work, moment, settings));
}

function inLines({ rungs }: WouldBeTold): string[] {
  return rungs.flatMap(({ rung, waitMinutes, people }) => {
    const head = `${rung} after ${waitMinutes}:`;
    if (people.length === 0) return [`${head} nobody`];
    return people.map(({ name, rings, reason }) => `${head} ${name} (${rings}): ${reason}`);
  });
}

async function addDevice({ world }: RotaDesk, person: PersonActor, channel: string): Promise<void> {
  await world.sql(
    `insert into device (person_id, organisation_id, address_digest, sealed_address, push_host, added_at, channel)
     values ($1::uuid, $2, md5($1::text) || md5($3::text), '\\x00', 'push.example', $4, $3)`,
    [person.personId, person.organisationId, channel, rotaNow],
  );
}
