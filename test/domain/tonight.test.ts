import { expect } from "@playwright/test";
import { test } from "@/test/support/reach-story";
import { evening, nightThatIsFine, tonightOf, wrongIn } from "@/test/support/tonight-story";

test("a manager whose rota is covered, whose person was checked and whose list is new may trust tonight", async ({
  reach,
}) => {
  const manager = await reach.story.world.person("authority-manager", "Ruth Ellison");
  await nightThatIsFine(reach);

  const tonight = await tonightOf(reach, manager, evening);

  expect(tonight).toMatchObject({
    verdict: { level: "fine", line: "Tonight can be trusted." },
    deliveryLine: "last proven delivery 12 s ago",
    authorities: [
      {
        first: [
          {
            name: "Cara Jones",
            level: "reachable",
            checkedAt: new Date("2026-11-23T18:00:00Z"),
            lastProvenAt: new Date("2026-11-23T12:00:00Z"),
          },
        ],
        behind: [{ name: "Dora Bell", level: "reachable" }],
        next: null,
        gapCount: 0,
      },
    ],
  });
  const audit = await reach.story.world.sql("select action from audit where person_id = $1", [
    manager.personId,
  ]);
  expect(audit).toEqual([{ action: "tonight:read" }]);
});

test("each thing that is wrong is found: nobody on call, silent deliveries, an old list with numbers skipped", async ({
  reach,
}) => {
  const { world } = reach.story;
  const manager = await world.person("authority-manager");
  await world.sql("update register_state set last_sequence = 9, last_received_at = '2026-11-20' where true");
  await world.sql(
    `insert into feed (authority_id, sequence, digest, received_at, received_by, state, gap_count, file_answer, applied_at)
     values ($1, 9, repeat('0', 64), '2026-11-20', 'door', 'applied', 3, 'CPF02', '2026-11-20')`,
    [world.authority.id],
  );

  const tonight = await tonightOf(reach, manager, evening);

  expect(wrongIn(tonight.service)).toEqual(["bad delivery-silent"]);
  expect(wrongIn(tonight.authorities[0]?.findings ?? [])).toEqual([
    "bad nobody-now",
    "bad list",
    "doubtful list-skipped",
  ]);
  expect(tonight.verdict.line).toBe("3 things need you before tonight can be trusted.");
});

test("nobody is told twice: who is first, or stands on two rungs, is one person", async ({ reach }) => {
  const { world } = reach.story;
  const manager = await world.person("authority-manager");
  await reach.coverTheWeek();
  const again = `insert into shift (duty_team_id, person_id, rung, starts_at, ends_at)
    select duty_team_id, person_id, rung + 1, starts_at, ends_at from shift`;
  await world.sql(again);
  const alone = await tonightOf(reach, manager, evening);
  await reach.standBehind();
  await world.sql(`${again} where rung = 2`);
  const two = await tonightOf(reach, manager, evening);

  expect(alone.authorities[0]).toMatchObject({ first: [{ name: "Cara Jones" }], behind: [] });
  expect(wrongIn(alone.authorities[0]?.findings ?? [])).toContain("doubtful behind");
  expect(two.authorities[0]?.behind.map(({ name }) => name)).toEqual(["Dora Bell"]);
});

test("who comes next is read from the rota, and the gap after them", async ({ reach }) => {
  const { world } = reach.story;
  const manager = await world.person("authority-manager");
  const [amira, ben] = [await reach.hire("Amira Hassan", 1), await reach.hire("Ben Carter", 1)];
  await reach.shift(amira, ["2026-11-23T08:00:00Z", "2026-11-23T22:00:00Z"]);
  await reach.shift(ben, ["2026-11-23T22:00:00Z", "2026-11-24T08:00:00Z"]);

  const first = await tonightOf(reach, manager, evening);
  const handover = await tonightOf(reach, manager, "2026-11-23T22:05:00Z");

  expect(first.authorities[0]).toMatchObject({
    first: [{ name: "Amira Hassan", level: "unchecked" }],
    next: { at: new Date("2026-11-23T22:00:00Z"), first: [{ name: "Ben Carter" }] },
    gapCount: 1,
  });
  expect(wrongIn(first.authorities[0]?.findings ?? [])).toEqual([
    "bad gaps",
    "doubtful unreachable-now",
    "doubtful behind",
  ]);
  expect(handover.authorities[0]).toMatchObject({
    first: [{ name: "Ben Carter" }, { name: "Amira Hassan" }],
    next: { at: new Date("2026-11-24T08:00:00Z"), first: [] },
  });
  expect(wrongIn(handover.authorities[0]?.findings ?? [])).toEqual([
    "bad nobody-next",
    "doubtful unreachable-now",
    "doubtful behind",
  ]);
});

test("a person who cannot be reached is found with the reason, and is fine once a check has seen the phone proven", async ({
  reach,
}) => {
  const manager = await reach.story.world.person("authority-manager");
  const dan = await reach.hire("Dan Webb");
  await reach.shift(dan, ["2026-11-16T00:00:00Z", "2026-12-16T00:00:00Z"]);
  await reach.workAt("2026-11-23T18:00:00Z");
  const before = await tonightOf(reach, manager, evening);

  await reach.story.world.sql(
    `update reach_result set level = 'reachable', reasons = '[]', checked_at = '2026-11-23T20:00:00Z'`,
  );
  const after = await tonightOf(reach, manager, evening);

  expect(before.authorities[0]?.findings[0]).toMatchObject({
    kind: "unreachable-now",
    level: "bad",
    what: "Dan Webb, first on call now, cannot be reached. No phone is set up.",
    ways: [{ kind: "ring", number: "01632 960200" }, { kind: "check" }],
  });
  expect(wrongIn(after.authorities[0]?.findings ?? [])).toEqual(["doubtful behind"]);
});

test("an alert that waits is in time at first, then too long, then reached nobody; taken, it waits no more", async ({
  reach,
}) => {
  const { story } = reach;
  const manager = await story.world.person("authority-manager");
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks(0);
  const alertsAt = async (minutes: number) => {
    await story.passTimeTo(minutes);
    const { authorities } = await tonightOf(reach, manager, story.at(minutes));
    const wrong = wrongIn(authorities[0]?.findings ?? []);
    return [authorities[0]?.alerts.count, ...wrong.filter((one) => /waiting|unreached/.test(one))];
  };

  expect(await alertsAt(4)).toEqual([1]);
  expect(await alertsAt(12)).toEqual([1, "bad unreached", "bad waiting"]);
  await story.takes(amira, alert, 13);
  expect(await alertsAt(14)).toEqual([0]);
});

test("an old alert that still climbs is not forgotten; a drill is no alert", async ({ reach }) => {
  const { story } = reach;
  const manager = await story.world.person("authority-manager");
  await story.onCall("Amira Hassan");
  await story.crewAsks(0);
  const countIn = async (days: number) =>
    (await tonightOf(reach, manager, story.at(days * 1_440))).authorities[0]?.alerts.count;

  expect(await countIn(40)).toBe(1);
  await story.world.sql("delete from outbox");
  expect(await countIn(27)).toBe(1);
  await story.world.sql(
    "insert into alert (reference, authority_id, raised_at, drilled_by_id) values ('DRILL', $1, $2, $3)",
    [story.world.authority.id, story.at(1), manager.personId],
  );
  expect(await countIn(27)).toBe(1);
});
