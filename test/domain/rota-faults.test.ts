import { expect } from "@playwright/test";
import { faultInWords } from "@/server/domain/rota/fault-in-words";
import { leftFaults } from "@/server/domain/rota/left-faults";
import { findRotaFaults } from "@/server/domain/rota/find-rota-faults";
import { rotaFaults, type RotaToCheck } from "@/server/domain/rota/rota-faults";
import { hoursOfTeam } from "@/server/domain/rota/serving-hours";
import type { Serving } from "@/server/domain/rota/serving-teams";
import { amira, ben, makeOneOff } from "@/test/support/make-rota";
import { makeWorld } from "@/test/support/make-world";
import { aroundTheClock, rotaNow, splitCover, test, type RotaDesk } from "@/test/support/rota-desk";

const at = (time: string) => `2026-11-23T${time}:00Z`;
const day = { startsAt: new Date(at("00:00")), endsAt: new Date("2026-11-24T00:00:00Z") };
const names: Readonly<Record<string, string>> = { [amira]: "Amira", [ben]: "Ben", other: "York team" };
const nameOf = (id: string) => names[id] ?? "Our team";

const cases: readonly {
  readonly title: string;
  readonly rota: Partial<RotaToCheck>;
  readonly words: readonly string[];
}[] = [
  {
    title: "a day that is covered has no fault",
    rota: { shifts: [makeOneOff(at("00:00"), at("15:00")), makeOneOff(at("14:00"), "2026-11-24T00:00:00Z")] },
    words: [],
  },
  {
    title: "what nobody has on the first rung is a gap, whoever is on the second",
    rota: {
      shifts: [
        makeOneOff(at("00:00"), at("09:00")),
        makeOneOff(at("09:30"), "2026-11-25T00:00:00Z"),
        makeOneOff(at("00:00"), "2026-11-24T00:00:00Z", { rung: 2, personId: ben }),
      ],
    },
    words: ["Nobody is first on call on Mon 23 Nov from 09:00 to 09:30 (30 minutes)."],
  },
  {
    title: "hours that are not the team's have no gaps",
    rota: {
      hours: [{ startsAt: new Date(at("09:00")), endsAt: new Date(at("17:00")) }],
      shifts: [makeOneOff(at("09:00"), at("16:00"))],
    },
    words: ["Nobody is first on call on Mon 23 Nov from 16:00 to 17:00 (1 hour)."],
  },
  {
    title: "one person on two rungs at a time is in two places, two shifts on one rung are not",
    rota: {
      hours: [],
      shifts: [
        makeOneOff(at("08:00"), at("12:00")),
        makeOneOff(at("11:00"), at("14:00")),
        makeOneOff(at("10:00"), at("13:30"), { rung: 2 }),
      ],
    },
    words: ["Amira is first and second on call at the same time on Mon 23 Nov from 10:00 to 13:30."],
  },
  {
    title: "one person in two teams at a time is in two places, elsewhere is not our fault",
    rota: {
      hours: [],
      shifts: [
        makeOneOff(at("08:00"), at("12:00")),
        makeOneOff(at("11:00"), at("14:00"), { teamId: "other" }),
        makeOneOff(at("08:00"), at("14:00"), { teamId: "other", personId: ben }),
        makeOneOff(at("08:00"), at("14:00"), { teamId: "other", personId: ben, rung: 2 }),
      ],
    },
    words: [
      "Amira is on call in two teams at the same time, Our team (first) and York team (first) " +
        "on Mon 23 Nov from 11:00 to 12:00.",
    ],
  },
  {
    title: "somebody who is no duty social worker any more is named once, with the next shift",
    rota: {
      hours: [],
      staff: new Set([ben]),
      shifts: [makeOneOff(at("14:00"), at("18:00")), makeOneOff(at("08:00"), at("12:00"))],
    },
    words: [
      "Amira is not a duty social worker of Testshire any more, but has shifts, the next on Mon 23 Nov from 08:00 to " +
        "12:00. Give them to somebody else.",
    ],
  },
];

for (const { title, rota, words } of cases) {
  test(title, () => {
    const teamId = makeOneOff(at("00:00"), at("01:00")).teamId;
    const faults = rotaFaults({ teamId, shifts: [], hours: [day], staff: null, window: day, ...rota });

    expect(faults.map((fault) => faultInWords(fault, { hostName: "Testshire", nameOf }))).toEqual(words);
  });
}

test("the office team's hours are the working days', the emergency team's all others", () => {
  const office = { officeOpensAt: 540, officeClosesAt: 1_020, fridayClosesAt: 990 };
  const serving: Serving = {
    office,
    teams: [
      { teamId: "day", cover: "office" },
      { teamId: "night", cover: "emergency" },
    ],
  };
  const window = { startsAt: new Date("2026-12-23T12:00:00Z"), endsAt: new Date("2026-12-30T12:00:00Z") };
  const hours = (teamId: string) =>
    hoursOfTeam(teamId, [serving], window).map(({ startsAt, endsAt }) =>
      [startsAt, endsAt].map((instant) => instant.toISOString().slice(8, 16)).join("–"),
    );

  expect(hours("day")).toEqual([
    "23T12:00–23T17:00",
    "24T09:00–24T17:00",
    "29T09:00–29T17:00",
    "30T09:00–30T12:00",
  ]);
  // Christmas, the week-end and the substitute day in one piece.
  expect(hours("night")).toEqual(["23T17:00–24T09:00", "24T17:00–29T09:00", "29T17:00–30T09:00"]);
  expect(hours("another")).toEqual([]);
});

test("a team that is told in office hours only has no gaps at night, and the night team none by day", async ({
  desk,
}) => {
  const nights = await desk.secondTeam("Emergency team");
  await splitCover(desk, desk.teamId, nights);
  await desk.pattern(desk.amira, { weekdays: [1, 2, 3, 4, 5], endsAtMinute: 17 * 60, bankHolidays: "off" });
  await desk.pattern(desk.ben, { teamId: nights, startsAtMinute: 17 * 60, endsAtMinute: 9 * 60 });
  await desk.pattern(desk.cara, { teamId: nights, weekdays: [5, 6, 7], endsAtMinute: 17 * 60 });

  expect(await faultsOf(desk, desk.teamId)).toEqual([]);
  expect(await faultsOf(desk, nights)).toEqual([]);
});

test("a person whom the first rung always tells leaves no gap", async ({ desk }) => {
  expect(await faultsOf(desk, desk.teamId)).toHaveLength(1);

  await desk.world.sql(
    "insert into ladder_target (duty_team_id, rung, kind, person_id) values ($1, 1, 'person', $2)",
    [desk.teamId, desk.amira.personId],
  );
  expect(await faultsOf(desk, desk.teamId)).toEqual([]);
});

test("faults are seen across the teams of one authority, and people who have moved on are named", async ({
  desk,
}) => {
  const nights = await desk.secondTeam("Emergency team");
  await aroundTheClock(desk, desk.amira, desk.ben);
  await desk.pattern(desk.ben, { teamId: nights, startsAtMinute: 1_320, endsAtMinute: 1_380, weekdays: [1] });
  await desk.world.sql("insert into role_assignment values ($1, $2, 'data-officer', '2026-11-23T12:01Z')", [
    desk.amira.personId,
    desk.world.authority.id,
  ]);

  const faults = await faultsOf(desk, desk.teamId);
  expect(faults.filter((words) => words.startsWith("Ben Carter is on call in two teams"))).toHaveLength(4);
  expect(faults.at(-1)).toMatch(/^Amira Hassan is not a duty social worker of Testshire/);
});

test("another authority's team cannot be asked about", async ({ desk, database }) => {
  const other = await makeWorld(database, rotaNow);
  const window = { from: day.startsAt, to: day.endsAt };

  const asking = desk.as(desk.manager, (work) =>
    findRotaFaults(work, { teamId: other.dutyTeamId, ...window }),
  );

  await expect(asking).rejects.toMatchObject({ kind: "not-found" });
});

async function faultsOf(desk: RotaDesk, teamId: string): Promise<string[]> {
  const faults = await desk.as(desk.manager, (work) => leftFaults(work, teamId));
  return faults.map(({ words }) => words);
}
