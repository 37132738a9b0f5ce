import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { paceSettings } from "@/server/domain/rota/pace-settings";
import { readTonight } from "@/server/domain/tonight/read-tonight";
import { readTonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";
import type { PersonActor } from "@/server/vocabulary/actor";
import { makeProof } from "@/test/support/make-proof";
import { makeWorld, type World } from "@/test/support/make-world";
import { startMortalConnection } from "@/test/support/mortal-connection";
import { makeService } from "@/test/support/make-service";
import { test, type ReachStory } from "@/test/support/reach-story";

/** The evening's check is at 18:00; the crew of the story asks at 21:10. */
const evening = "2026-11-23T21:09:00Z";

function own(reach: ReachStory, manager: PersonActor, at: string | Date) {
  const { service } = reach.story;
  return withWork(service.database, { actor: manager, now: new Date(at) }, (work) =>
    readTonight(work, paceSettings(service.configuration)),
  );
}

function ofAll(reach: ReachStory, operator: PersonActor, at: string | Date) {
  const { service } = reach.story;
  return withWork(service.database, { actor: operator, now: new Date(at) }, (work) =>
    readTonightOfAll(work, paceSettings(service.configuration)),
  );
}

function wrongIn(findings: readonly { readonly level: string; readonly kind: string }[]): string[] {
  return findings.filter(({ level }) => level !== "fine").map(({ level, kind }) => `${level} ${kind}`);
}

async function nightThatIsFine(reach: ReachStory): Promise<void> {
  await reach.coverTheWeek();
  await reach.standBehind();
  await reach.workAt("2026-11-23T18:00:00Z");
  await makeProof(reach.story.world, new Date(evening), 12);
}

test("a manager whose rota is covered, whose person was checked and whose list is new may trust tonight", async ({
  reach,
}) => {
  const manager = await reach.story.world.person("authority-manager", "Ruth Ellison");
  await nightThatIsFine(reach);

  const tonight = await own(reach, manager, evening);

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

  const tonight = await own(reach, manager, evening);

  expect(wrongIn(tonight.service)).toEqual(["bad delivery-silent"]);
  expect(wrongIn(tonight.authorities[0]?.findings ?? [])).toEqual([
    "bad nobody-now",
    "bad list",
    "doubtful list-skipped",
  ]);
  expect(tonight.verdict.line).toBe("3 things need you before tonight can be trusted.");
});

test("who comes next is read from the rota, and the gap after them", async ({ reach }) => {
  const { world } = reach.story;
  const manager = await world.person("authority-manager");
  const [amira, ben] = [await reach.hire("Amira Hassan", 1), await reach.hire("Ben Carter", 1)];
  await reach.shift(amira, ["2026-11-23T08:00:00Z", "2026-11-23T22:00:00Z"]);
  await reach.shift(ben, ["2026-11-23T22:00:00Z", "2026-11-24T08:00:00Z"]);

  const first = await own(reach, manager, evening);
  const handover = await own(reach, manager, "2026-11-23T22:05:00Z");

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
  const before = await own(reach, manager, evening);

  await reach.story.world.sql(
    `update reach_result set level = 'reachable', reasons = '[]', checked_at = '2026-11-23T20:00:00Z'`,
  );
  const after = await own(reach, manager, evening);

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
    const { authorities } = await own(reach, manager, story.at(minutes));
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
    (await own(reach, manager, story.at(days * 1_440))).authorities[0]?.alerts.count;

  expect(await countIn(40)).toBe(1);
  await story.world.sql("delete from outbox");
  expect(await countIn(27)).toBe(1);
  await story.world.sql(
    "insert into alert (reference, authority_id, raised_at, drilled_by_id) values ('DRILL', $1, $2, $3)",
    [story.world.authority.id, story.at(1), manager.personId],
  );
  expect(await countIn(27)).toBe(1);
});

test("a manager reads nothing of another authority's night", async ({ reach }) => {
  const { story } = reach;
  const other = await story.secondAuthority();
  const stranger = await other.person("authority-manager");
  const amira = await story.onCall("Amira Hassan");
  await story.crewAsks(0);

  const tonight = await own(reach, stranger, evening);

  expect(tonight.authorities.map(({ authorityId }) => authorityId)).toEqual([other.authority.id]);
  expect(JSON.stringify(tonight)).not.toContain(story.world.authority.id);
  expect(JSON.stringify(tonight)).not.toContain(amira.actor.name);
});

test("the operator sees every authority's state and whom to ring, and nobody's name, child or alert", async ({
  reach,
}) => {
  const { story } = reach;
  const { world } = story;
  const other = await story.secondAuthority();
  const idle = await makeWorld(story.urls, new Date(evening));
  await idle.sql("update register_state set last_received_at = null where authority_id = $1", [
    idle.authority.id,
  ]);
  await nightThatIsFine(reach);
  const operator = await world.person("operator");
  const before = await ofAll(reach, operator, evening);
  const alert = await story.crewAsks(0);
  const after = await ofAll(reach, operator, story.at(9));

  const stateOf = ({ authority }: World, read = before) =>
    read.tiles.find(({ authorityId }) => authorityId === authority.id);
  expect([stateOf(world)?.state, stateOf(other)?.state, stateOf(idle)?.state]).toEqual([
    "fine",
    "bad",
    "not-live",
  ]);
  expect(stateOf(other)?.findings[0]).toMatchObject({
    kind: "nobody-now",
    todo: "Tell them: Put somebody on the rota now.",
    ways: [{ kind: "ring", number: "01632 960200" }],
  });
  expect(wrongIn(stateOf(world, after)?.findings ?? [])).toEqual(["bad waiting"]);
  const leaving = JSON.stringify([before, after]);
  const [child] = await world.sql("select nhs_number, id from subject limit 1");
  for (const secret of ["Cara", "Example", alert.alertId, alert.reference, String(child?.["nhs_number"])])
    expect(leaving).not.toContain(secret);
});

test("the operator's grid takes the same few statements however many authorities there are", async ({
  reach,
}) => {
  const { story } = reach;
  await reach.coverTheWeek();
  const operator = await story.world.person("operator");
  const statementsOf = async () => {
    const connection = await startMortalConnection(story.urls.appUrl, { statement: 9_999, when: "after" });
    const service = makeService(connection.url, { DATABASE_CONNECTIONS: "2" });
    const tonight = await withWork(service.database, { actor: operator, now: new Date(evening) }, (work) =>
      readTonightOfAll(work, paceSettings(service.configuration)),
    );
    await service.stop();
    const { statements } = connection;
    await connection.stop();
    return { statements: statements(), tiles: tonight.tiles.length };
  };

  const few = await statementsOf();
  for (let count = 0; count < 8; count += 1) await makeWorld(story.urls, new Date(evening));
  const many = await statementsOf();

  expect(many.tiles).toBe(few.tiles + 8);
  expect(many.statements).toBe(few.statements);
  expect(many.statements).toBeLessThanOrEqual(14);
});
