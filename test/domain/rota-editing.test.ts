import { expect } from "@playwright/test";
import type { Work } from "@/server/db/work";
import { addShift, type SingleShift } from "@/server/domain/rota/add-shift";
import { addShiftPattern } from "@/server/domain/rota/add-shift-pattern";
import { cancelShift } from "@/server/domain/rota/cancel-shift";
import { endShiftPattern } from "@/server/domain/rota/end-shift-pattern";
import { readRota } from "@/server/domain/rota/read-rota";
import { makePattern } from "@/test/support/make-rota";
import { makeWorld } from "@/test/support/make-world";
import { aroundTheClock, rotaNow, test, type RotaDesk } from "@/test/support/rota-desk";

test("a pattern is added, said in faults what it leaves, and ended", async ({ desk }) => {
  const { teamId, manager, amira, ben } = desk;
  const day = { ...makePattern({ startsAtMinute: 480, endsAtMinute: 1_320 }), teamId, firstOn: "2026-11-23" };
  const night = { ...day, startsAtMinute: 1_320, endsAtMinute: 480, personId: ben.personId };

  const half = await desk.as(manager, (work) => addShiftPattern(work, { ...day, personId: amira.personId }));
  expect(half.faults.map(({ kind }) => kind)).toEqual(Array(28).fill("gap"));
  expect(half.faults[0]?.words).toBe(
    "Nobody is first on call from Mon 23 Nov 22:00 to Tue 24 Nov 08:00 (10 hours).",
  );
  const whole = await desk.as(manager, (work) => addShiftPattern(work, night));
  expect(whole.faults).toEqual([]);

  const [pattern] = await desk.world.sql("select id from shift_pattern where person_id = $1", [ben.personId]);
  const end = { patternId: String(pattern?.["id"]), lastOn: "2026-12-01" };
  const { faults } = await desk.as(manager, (work) => endShiftPattern(work, end));
  expect(faults[0]?.words).toContain("from Wed 2 Dec 22:00 to Thu 3 Dec 08:00");
  expect(await actionsOf(desk)).toEqual([
    "rota:change pattern added",
    "rota:change pattern added",
    "rota:change pattern ended",
  ]);
});

test("a pattern that has not begun never begins once it is ended", async ({ desk }) => {
  await desk.pattern(desk.amira, { firstOn: "2026-12-07" });
  const [pattern] = await desk.world.sql("select id from shift_pattern where duty_team_id = $1", [
    desk.teamId,
  ]);
  const end = { patternId: String(pattern?.["id"]), lastOn: "2026-11-23" };

  await desk.as(desk.manager, (work) => endShiftPattern(work, end));

  expect(await shiftsOf(desk)).toEqual([]);
  const again = desk.as(desk.manager, (work) => endShiftPattern(work, end), new Date("2026-12-08T12:00:00Z"));
  await expect(again).rejects.toMatchObject({ kind: "conflict" });
});

test("what was worked stays: a pattern cannot end before the shift that is on", async ({ desk }) => {
  await desk.pattern(desk.amira);
  const [pattern] = await desk.world.sql("select id from shift_pattern where duty_team_id = $1", [
    desk.teamId,
  ]);
  const end = { patternId: String(pattern?.["id"]), lastOn: "2026-11-22" };
  const endAt = (time: string) =>
    desk.as(desk.manager, (work) => endShiftPattern(work, end), new Date(`2026-11-23T${time}:00Z`));

  await expect(endAt("09:00")).rejects.toMatchObject({
    kind: "invalid",
    message: expect.stringContaining("in the past"),
  });
  await expect(endAt("08:59")).resolves.toBeTruthy();
});

test("a single shift fills a gap and can be taken back, once", async ({ desk }) => {
  const shift = { ...someShift(desk), endsAt: new Date("2026-11-24T12:00:00Z") };
  const gapsFrom = (faults: readonly { startsAt: Date }[]) =>
    faults.map(({ startsAt }) => startsAt.toISOString());

  const added = await desk.as(desk.manager, (work) => addShift(work, shift));
  expect(gapsFrom(added.faults)).toEqual(["2026-11-23T12:00:00.000Z", "2026-11-24T12:00:00.000Z"]);

  const [row] = await desk.world.sql("select id from shift where duty_team_id = $1", [desk.teamId]);
  for (const _ of [1, 2]) {
    const { faults } = await desk.as(desk.manager, (work) => cancelShift(work, String(row?.["id"])));
    expect(gapsFrom(faults)).toEqual(["2026-11-23T12:00:00.000Z"]);
  }
  expect(await actionsOf(desk)).toEqual(["rota:change shift added", "rota:change shift cancelled"]);
});

test("a shift that is over cannot be taken back", async ({ desk }) => {
  await desk.as(desk.manager, (work) => addShift(work, someShift(desk)));
  const [row] = await desk.world.sql("select id from shift where duty_team_id = $1", [desk.teamId]);
  const later = new Date("2026-11-25T12:00:00Z");

  const cancelling = desk.as(desk.manager, (work) => cancelShift(work, String(row?.["id"])), later);

  await expect(cancelling).rejects.toMatchObject({ kind: "conflict" });
});

const refused: readonly [
  title: string,
  change: Partial<Record<"startsAt" | "endsAt", string>>,
  words: RegExp,
][] = [
  ["that is over", { startsAt: "2026-11-22T09:00Z", endsAt: "2026-11-22T17:00Z" }, /over already/],
  ["that began too long ago", { startsAt: "2026-11-23T10:59Z", endsAt: "2026-11-23T17:00Z" }, /in the past/],
  [
    "that ends before it begins",
    { startsAt: "2026-11-24T17:00Z", endsAt: "2026-11-24T09:00Z" },
    /ends before/,
  ],
  ["of no length", { startsAt: "2026-11-24T17:00Z", endsAt: "2026-11-24T17:00Z" }, /ends before/],
  [
    "of more than 7 days",
    { startsAt: "2026-11-24T09:00Z", endsAt: "2026-12-01T09:01Z" },
    /longer than 7 days/,
  ],
];

for (const [title, change, words] of refused) {
  test(`a shift ${title} is refused in words`, async ({ desk }) => {
    const span = Object.entries(change).map(([name, time]) => [name, new Date(time)]);
    const shift = { ...someShift(desk), ...(Object.fromEntries(span) as object) };

    const adding = desk.as(desk.manager, (work) => addShift(work, shift));

    await expect(adding).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringMatching(words),
    });
  });
}

test("a shift that began while the form was filled in begins now", async ({ desk }) => {
  const shift = { ...someShift(desk), startsAt: new Date("2026-11-23T11:55:00Z") };

  await desk.as(desk.manager, (work) => addShift(work, shift));

  expect(await shiftsOf(desk)).toEqual(["Amira 2026-11-23T12:00"]);
});

test("people who are not on the team's staff are refused: strangers, other roles, those who moved on", async ({
  desk,
  database,
}) => {
  const other = await makeWorld(database, rotaNow);
  const stranger = await other.person("duty-social-worker", "Sam Stranger");
  await desk.world.sql("insert into role_assignment values ($1, $2, 'data-officer', '2026-11-23T12:01Z')", [
    desk.ben.personId,
    desk.world.authority.id,
  ]);

  for (const { personId } of [stranger, desk.manager, desk.ben]) {
    const adding = desk.as(desk.manager, (work) => addShift(work, { ...someShift(desk), personId }));
    await expect(adding).rejects.toMatchObject({ kind: "invalid" });
    const pattern = { ...makePattern(), teamId: desk.teamId, personId, firstOn: "2026-11-23" };
    await expect(desk.as(desk.manager, (work) => addShiftPattern(work, pattern))).rejects.toMatchObject({
      kind: "invalid",
    });
  }
});

test("another authority's rota is not there, and a team that only serves us is its own authority's to change", async ({
  desk,
  database,
}) => {
  const other = await makeWorld(database, rotaNow);
  const theirs = { ...someShift(desk), teamId: other.dutyTeamId };
  const adding = () => desk.as(desk.manager, (work) => addShift(work, theirs));

  await expect(adding()).rejects.toMatchObject({ kind: "not-found" });
  await desk.world.sql("update duty_team_authority set duty_team_id = $1 where authority_id = $2", [
    other.dutyTeamId,
    desk.world.authority.id,
  ]);
  await expect(adding()).rejects.toMatchObject({ kind: "not-permitted" });
});

test("a pattern in the past, upside down or without days is refused", async ({ desk }) => {
  const own = { ...makePattern(), teamId: desk.teamId, personId: desk.amira.personId, firstOn: "2026-11-23" };
  const wrong = [
    { firstOn: "2026-11-22" },
    { firstOn: "2026-11-24", lastOn: "2026-11-23" },
    { weekdays: [], bankHolidays: "off" as const },
  ];

  for (const change of wrong) {
    const adding = desk.as(desk.manager, (work) => addShiftPattern(work, { ...own, ...change }));
    await expect(adding).rejects.toMatchObject({ kind: "invalid" });
  }
  expect(await shiftsOf(desk)).toEqual([]);
});

test("a change is on record together with what it did, or not at all", async ({ desk }) => {
  await aroundTheClock(desk, desk.amira, desk.ben);
  const broken = desk.as(desk.manager, async (work: Work) => {
    await addShift(work, someShift(desk));
    throw new Error("the connection broke");
  });

  await expect(broken).rejects.toThrow("the connection broke");
  expect(await desk.world.sql("select 1 from shift where duty_team_id = $1", [desk.teamId])).toEqual([]);
  expect(await actionsOf(desk)).toEqual([]);
});

function someShift({ teamId, amira }: RotaDesk): SingleShift {
  const startsAt = new Date("2026-11-23T13:00:00Z");
  return { teamId, personId: amira.personId, rung: 1, startsAt, endsAt: new Date("2026-11-23T17:00:00Z") };
}

async function shiftsOf(desk: RotaDesk): Promise<string[]> {
  const to = new Date("2026-12-31T00:00:00Z");
  const shifts = await desk.as(desk.manager, (work) =>
    readRota(work, { teamIds: [desk.teamId], from: rotaNow, to }),
  );
  const amira = desk.amira.personId;
  return shifts.map(
    ({ personId, startsAt }) =>
      `${personId === amira ? "Amira" : "?"} ${startsAt.toISOString().slice(0, 16)}`,
  );
}

async function actionsOf(desk: RotaDesk): Promise<string[]> {
  const rows = await desk.world.sql(
    "select action || ' ' || detail as line from audit where person_id = $1 and concerns is not null order by id",
    [desk.manager.personId],
  );
  return rows.map(({ line }) => String(line));
}
