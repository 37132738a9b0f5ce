import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { readDrills } from "@/server/domain/drill/read-drills";
import { scoreDrill } from "@/server/domain/drill/score-drill";
import { silencesOf, type ProofDay } from "@/server/domain/drill/silences";
import { beginProof } from "@/server/domain/push/begin-proof";
import { recordProof } from "@/server/domain/push/record-proof";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import { makeWorld, type World } from "@/test/support/make-world";
import { test } from "@/test/support/service";

const now = new Date("2026-11-23T21:14:00Z");
const minuteMilliseconds = 60_000;
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * minuteMilliseconds);

const raised = {
  raisedAt: minutesAgo(120),
  shownAt: minutesAgo(119),
  takenAt: null,
  unreachedAt: null,
  rungs: 1,
  isTold: true,
};

for (const [what, change, score] of [
  ["taken by whoever was first", { takenAt: minutesAgo(118) }, "fine first-rung"],
  ["taken on the second rung", { takenAt: minutesAgo(110), rungs: 2 }, "doubtful climbed"],
  [
    "taken when all were tried",
    { takenAt: minutesAgo(90), unreachedAt: minutesAgo(100), rungs: 2 },
    "bad too-late",
  ],
  ["taken in the instant", { takenAt: minutesAgo(100), unreachedAt: minutesAgo(100) }, "bad too-late"],
  ["tried in vain", { unreachedAt: minutesAgo(100) }, "bad not-taken"],
  ["shown nowhere", { shownAt: null, unreachedAt: minutesAgo(100) }, "bad not-taken"],
  [
    "nobody to tell",
    { shownAt: null, isTold: false, rungs: 0, unreachedAt: minutesAgo(120) },
    "bad nobody-told",
  ],
  ["an hour old and still climbing", { raisedAt: minutesAgo(60) }, "bad not-taken"],
  ["younger", { raisedAt: minutesAgo(59) }, "doubtful under-way"],
] as const) {
  test(`a practice alert is scored: ${what}`, () => {
    const { level, outcome, todo } = scoreDrill({ ...raised, ...change }, now);

    expect(`${level} ${outcome}`).toBe(score);
    expect(todo === "").toBe(level === "fine");
  });
}

function proofDay(day: string, change: Partial<ProofDay> = {}): ProofDay {
  const at = (time: string) => new Date(`${day}T${time}Z`);
  const whole = { firstProvenAt: at("00:00:30"), lastProvenAt: at("23:59:30"), longestGapSeconds: 60 };
  return { day, begun: 1_440, proven: 1_440, ...whole, ...change };
}
const none = { proven: 0, firstProvenAt: null, lastProvenAt: null, longestGapSeconds: 0 };
const at = (instant: string) => new Date(instant);

for (const [what, days, seconds] of [
  ["nothing on record", [], []],
  [
    "a first day that began at noon",
    [proofDay("2026-11-23", { firstProvenAt: at("2026-11-23T12:00:00Z"), lastProvenAt: minutesAgo(1) })],
    [60],
  ],
  ["silent since an hour", [proofDay("2026-11-23", { lastProvenAt: minutesAgo(60) })], [3_600]],
  [
    "a gap in the day",
    [proofDay("2026-11-22", { longestGapSeconds: 600 }), proofDay("2026-11-23", { lastProvenAt: now })],
    [600, 60],
  ],
  [
    "over midnight: as long as it was by then, and whole",
    [
      proofDay("2026-11-22", { lastProvenAt: at("2026-11-22T23:50:00Z") }),
      proofDay("2026-11-23", { firstProvenAt: at("2026-11-23T00:20:00Z"), lastProvenAt: now }),
    ],
    [600, 1_800],
  ],
  [
    "a day on which none arrived, and one on which the worker stood still",
    [proofDay("2026-11-20"), proofDay("2026-11-21", none), proofDay("2026-11-23", { lastProvenAt: now })],
    [60, 86_430, 172_830, 172_860],
  ],
] as const) {
  test(`the longest silence of each day is found: ${what}`, () => {
    const heartbeat = silencesOf({ days, now });

    expect(heartbeat.map(({ longestSilenceSeconds }) => longestSilenceSeconds)).toEqual(seconds);
  });
}

test("the day on which the clocks go back is an hour longer, also for a silence", () => {
  const heartbeat = silencesOf({
    days: [proofDay("2026-10-25", none)],
    now: at("2026-10-26T09:00:00Z"),
  });

  expect(heartbeat.map(({ longestSilenceSeconds }) => longestSilenceSeconds / 3_600)).toEqual([25, 34]);
});

type Event = readonly [kind: string, minutesAgo: number, rung?: number];

async function drill(world: World, manager: PersonActor, events: readonly Event[]): Promise<void> {
  const [row] = await world.sql(
    `insert into alert (reference, authority_id, raised_at, drilled_by_id)
     values (substr(gen_random_uuid()::text, 1, 8), $1, $2, $3) returning id`,
    [world.authority.id, minutesAgo(events[0]?.[1] ?? 0), manager.personId],
  );
  for (const [kind, minutes, rung] of events) {
    await world.sql(
      "insert into alert_event (alert_id, kind, happened_at, rung, person_id) values ($1, $2, $3, $4, $5)",
      [row?.["id"], kind, minutesAgo(minutes), rung ?? null, manager.personId],
    );
  }
}

test("each practice alert stands with how far it climbed and who took it; an operator learns no name; others see none", async ({
  own,
  world,
  service,
}) => {
  const other = await makeWorld(own, now);
  const [manager, stranger] = [
    await world.person("authority-manager", "Ruth Ellison"),
    await other.person("authority-manager"),
  ];
  const as = (actor: PersonActor) => withWork(service.database, { actor, now }, readDrills);
  await drill(world, manager, [
    ["raised", 200],
    ["notified", 200, 1],
    ["notified", 190, 2],
    ["acknowledged", 189],
  ]);
  await drill(world, manager, [
    ["raised", 100],
    ["notified", 100, 1],
    ["shown", 99],
    ["unreached", 80],
  ]);
  await drill(world, manager, [
    ["raised", 600_000],
    ["notified", 600_000, 1],
  ]);

  const { drills } = await as(manager);
  expect(drills).toMatchObject([
    { takenBy: null, rungs: 1, score: { outcome: "not-taken" } },
    { takenBy: "Ruth Ellison", rungs: 2, takenAt: minutesAgo(189), score: { outcome: "climbed" } },
  ]);
  expect((await as(stranger)).drills).toEqual([]);
  const ofOperator = await as(await world.person("operator"));
  expect(ofOperator.drills).toMatchObject([{ authorityName: world.authority.name }, { takenBy: null }]);
  expect(JSON.stringify(ofOperator)).not.toContain("Ruth");
  expect((await as(await world.person("crew"))).drills).toEqual([]);
  const audit = await world.sql("select action from audit where person_id = $1", [manager.personId]);
  expect(audit).toEqual([{ action: "drill:read" }]);
});

test("each delivery that the service proves to itself is counted on the day on which it began, and once", async ({
  world,
  service,
}) => {
  const work = (instant: string, act: (work: Work) => Promise<unknown>) =>
    withWork(service.database, { actor: systemActor("worker"), now: at(instant) }, act);
  const proves = async (begunAt: string, ...arrivals: readonly string[]) => {
    const proofId = await withWork(
      service.database,
      { actor: systemActor("worker"), now: at(begunAt) },
      beginProof,
    );
    for (const arrival of arrivals) await work(arrival, (one) => recordProof(one, proofId));
  };
  await proves("2026-11-22T23:58:00Z", "2026-11-22T23:58:01Z");
  await proves("2026-11-22T23:59:59Z", "2026-11-23T00:00:01Z", "2026-11-23T00:00:05Z");
  await proves("2026-11-23T00:01:00Z");
  await proves("2026-11-23T21:10:00Z", "2026-11-23T21:10:02Z");
  await proves("2026-11-23T21:13:00Z", "2026-11-23T21:13:02Z");

  const manager = await world.person("authority-manager");
  const { heartbeat } = await withWork(service.database, { actor: manager, now }, readDrills);

  expect(heartbeat).toEqual([
    { day: "2026-11-22", begun: 2, proven: 2, longestSilenceSeconds: 120 },
    { day: "2026-11-23", begun: 3, proven: 2, longestSilenceSeconds: 21 * 3_600 + 10 * 60 + 1 },
  ]);
});
