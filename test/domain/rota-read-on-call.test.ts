import { expect } from "@playwright/test";
import { readOnCall } from "@/server/domain/rota/read-on-call";
import { teamsAt, type Serving } from "@/server/domain/rota/serving-teams";
import type { Cover } from "@/server/vocabulary/rota";
import { aroundTheClock, splitCover, test, worker, type RotaDesk } from "@/test/support/rota-desk";

const first = "00000000-0000-4000-8000-000000000001";
const second = "00000000-0000-4000-8000-000000000002";
const third = "00000000-0000-4000-8000-000000000003";
const office = { officeOpensAt: 540, officeClosesAt: 1_020, fridayClosesAt: 990 };

const teams: readonly {
  readonly title: string;
  readonly rows: Partial<Record<Cover, string>>;
  readonly at: string;
  readonly told: readonly string[];
  readonly hasNoHours?: true;
}[] = [
  { title: "the office team in office hours", rows: both(), at: "2026-11-23T12:00", told: [first] },
  { title: "the emergency team at night", rows: both(), at: "2026-11-23T21:00", told: [second] },
  { title: "the emergency team at weekends", rows: both(), at: "2026-11-28T12:00", told: [second] },
  { title: "the emergency team on a bank holiday", rows: both(), at: "2026-12-25T12:00", told: [second] },
  { title: "both right after closing", rows: both(), at: "2026-11-23T17:14", told: [second, first] },
  { title: "one after the overlap", rows: both(), at: "2026-11-23T17:15", told: [second] },
  { title: "both right after opening", rows: both(), at: "2026-11-23T09:00", told: [first, second] },
  { title: "both after Friday's closing", rows: both(), at: "2026-11-27T16:35", told: [second, first] },
  { title: "the one team for all hours", rows: { always: third }, at: "2026-11-23T17:05", told: [third] },
  {
    title: "the team for all hours where there is none for the night",
    rows: { always: third, office: first },
    at: "2026-11-23T21:00",
    told: [third],
  },
  {
    title: "the office team at night rather than nobody",
    rows: { office: first },
    at: "2026-11-23T21:00",
    told: [first],
  },
  { title: "nobody without a team", rows: {}, at: "2026-11-23T21:00", told: [] },
  {
    title: "the emergency team where nobody has entered office hours",
    rows: both(),
    at: "2026-11-23T12:00",
    told: [second],
    hasNoHours: true,
  },
];

for (const { title, rows, at, told, hasNoHours } of teams) {
  test(`told: ${title}`, () => {
    const serving: Serving = {
      office: hasNoHours ? null : office,
      teams: Object.entries(rows).map(([cover, teamId]) => ({ cover: cover as Cover, teamId })),
    };

    expect(teamsAt(serving, new Date(`${at}:00Z`), 15).teamIds).toEqual(told);
  });
}

test("the instant of a handover is the very one at which the office opens or closes", () => {
  const serving: Serving = {
    office,
    teams: [
      { teamId: first, cover: "office" },
      { teamId: second, cover: "emergency" },
    ],
  };
  const handedOverAt = (at: string) => teamsAt(serving, new Date(at), 15).handedOverAt?.toISOString();

  expect(handedOverAt("2026-11-23T08:59:59.999Z")).toBeUndefined();
  expect(handedOverAt("2026-11-23T09:00:00.000Z")).toBe("2026-11-23T09:00:00.000Z");
  expect(handedOverAt("2026-11-23T09:14:59.999Z")).toBe("2026-11-23T09:00:00.000Z");
  expect(handedOverAt("2026-11-23T09:15:00.000Z")).toBeUndefined();
  expect(handedOverAt("2026-11-27T16:44:12.345Z")).toBe("2026-11-27T16:30:00.000Z");
});

function both(): Partial<Record<Cover, string>> {
  return { office: first, emergency: second };
}

test("patterns, single shifts, changes and what is cancelled make up who is on call", async ({ desk }) => {
  const { world, teamId, amira, ben, cara } = desk;
  await aroundTheClock(desk, amira, ben);
  await world.sql(
    `insert into shift (duty_team_id, person_id, rung, starts_at, ends_at, cancelled_at)
     values ($1, $2, 2, '2026-11-23T00:00Z', '2026-11-24T00:00Z', null),
       ($1, $3, 3, '2026-11-23T00:00Z', '2026-11-24T00:00Z', '2026-11-22T00:00Z')`,
    [teamId, cara.personId, ben.personId],
  );
  await world.sql(
    `insert into shift_change (duty_team_id, person_id, cover_id, starts_at, ends_at, kind, made_by_id, made_at, undone_at)
     values ($1, $2, $3, '2026-11-23T13:00Z', '2026-11-23T15:00Z', 'absence', $3, '2026-11-22T00:00Z', null),
       ($1, $2, $3, '2026-11-23T18:00Z', '2026-11-23T20:00Z', 'absence', $3, '2026-11-22T00:00Z', '2026-11-22T01:00Z')`,
    [teamId, amira.personId, ben.personId],
  );

  expect(await namesAt(desk, "2026-11-23T12:00")).toEqual({ 1: ["Amira"], 2: ["Cara"] });
  expect(await namesAt(desk, "2026-11-23T14:00")).toEqual({ 1: ["Ben"], 2: ["Cara"] });
  expect(await namesAt(desk, "2026-11-23T19:00")).toEqual({ 1: ["Amira"], 2: ["Cara"] });
  expect(await namesAt(desk, "2026-11-23T22:05")).toEqual({ 1: ["Ben", "Amira"], 2: ["Cara"] });
  expect(await namesAt(desk, "2026-11-23T22:15")).toEqual({ 1: ["Ben"], 2: ["Cara"] });
});

test("office hours have one team and nights another, and for 15 minutes both are told", async ({ desk }) => {
  const nights = await desk.secondTeam("Emergency team");
  await splitCover(desk, desk.teamId, nights);
  await desk.pattern(desk.amira, { endsAtMinute: 17 * 60 });
  await desk.pattern(desk.ben, { teamId: nights, startsAtMinute: 17 * 60, endsAtMinute: 9 * 60 });
  await desk.world.sql("insert into ladder_rung values ($1, 1, 7), ($2, 1, 9), ($2, 2, 11)", [
    desk.teamId,
    nights,
  ]);

  expect(await namesAt(desk, "2026-11-23T12:00")).toEqual({ 1: ["Amira"] });
  expect(await namesAt(desk, "2026-11-23T17:10")).toEqual({ 1: ["Ben", "Amira"] });
  expect(await namesAt(desk, "2026-11-23T17:20")).toEqual({ 1: ["Ben"] });
  const atNight = await onCallAt(desk, "2026-11-23T17:20");
  expect(atNight).toMatchObject({ lastRung: 2, againMinutes: null });
  expect([...atNight.waitMinutes]).toEqual([
    [1, 9],
    [2, 11],
  ]);
});

test("a team that goes on with other people for other authorities tells those of its own hours alone", async ({
  desk,
}) => {
  const nights = await desk.secondTeam("Emergency team");
  await splitCover(desk, desk.teamId, nights);
  await desk.pattern(desk.amira, { endsAtMinute: 17 * 60 });
  await desk.pattern(desk.ben, { teamId: nights, startsAtMinute: 17 * 60, endsAtMinute: 9 * 60 });
  await desk.pattern(desk.cara, { teamId: nights, endsAtMinute: 17 * 60 });

  expect(await namesAt(desk, "2026-11-23T08:59")).toEqual({ 1: ["Ben"] });
  expect(await namesAt(desk, "2026-11-23T09:00")).toEqual({ 1: ["Amira", "Ben"] });
  expect(await namesAt(desk, "2026-11-23T09:10")).toEqual({ 1: ["Amira", "Ben"] });
  expect(await namesAt(desk, "2026-11-23T17:00")).toEqual({ 1: ["Ben", "Amira"] });
  expect(await namesAt(desk, "2026-11-23T17:14")).toEqual({ 1: ["Ben", "Amira"] });
  expect(await namesAt(desk, "2026-11-23T17:15")).toEqual({ 1: ["Ben"] });
});

test("people, roles and teams that a ladder names are told on their rung", async ({ desk }) => {
  const nights = await desk.secondTeam("Emergency team");
  await desk.pattern(desk.amira);
  await desk.pattern(desk.ben, { teamId: nights });
  await desk.pattern(desk.amira, { teamId: nights, rung: 2 });
  await desk.world.sql("update duty_team set again_minutes = 20 where id = $1", [desk.teamId]);
  await desk.world.sql(
    `insert into ladder_target (duty_team_id, rung, kind, person_id, role, target_team_id)
     values ($1, 1, 'person', $2, null, null), ($1, 2, 'team', null, null, $3),
       ($1, 3, 'role', null, 'authority-manager', null)`,
    [desk.teamId, desk.cara.personId, nights],
  );

  expect(await namesAt(desk, "2026-11-23T12:00")).toEqual({ 1: ["Amira", "Cara"], 2: ["Ben"], 3: ["Ruth"] });
  expect(await namesAt(desk, "2026-11-23T21:00")).toEqual({ 1: ["Cara"], 3: ["Ruth"] });
  expect(await onCallAt(desk, "2026-11-23T21:00")).toMatchObject({ lastRung: 3, againMinutes: 20 });
});

test("whoever has moved on to another role is not told by the old one", async ({ desk }) => {
  await desk.world.sql(
    "insert into ladder_target (duty_team_id, rung, kind, role) values ($1, 1, 'role', 'duty-social-worker')",
    [desk.teamId],
  );
  await desk.world.sql("insert into role_assignment values ($1, $2, 'data-officer', '2026-11-23T12:01Z')", [
    desk.ben.personId,
    desk.world.authority.id,
  ]);

  const { 1: told, ...others } = await namesAt(desk, "2026-11-23T12:00");
  expect(told?.toSorted()).toEqual(["Amira", "Cara"]);
  expect(others).toEqual({});
});

test("an authority without a team has nobody, and one rung", async ({ desk }) => {
  await desk.world.sql("delete from duty_team_authority where authority_id = $1", [desk.world.authority.id]);

  expect(await onCallAt(desk, "2026-11-23T12:00")).toMatchObject({ rungs: new Map(), lastRung: 1 });
});

function onCallAt(desk: RotaDesk, at: string) {
  const settings = { handoverOverlapMinutes: 15 };
  const useCase = (work: Parameters<typeof readOnCall>[0]) =>
    readOnCall(work, desk.world.authority.id, settings);
  return desk.as(worker, useCase, new Date(`${at}:00Z`));
}

/** First names by rung. */
async function namesAt(desk: RotaDesk, at: string): Promise<Record<number, string[]>> {
  const people = [desk.amira, desk.ben, desk.cara, desk.manager];
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name.split(" ")[0] ?? "?";
  const { rungs } = await onCallAt(desk, at);
  return Object.fromEntries([...rungs].map(([rung, ids]) => [rung, ids.map(nameOf)]));
}
