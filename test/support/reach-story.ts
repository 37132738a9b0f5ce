import { randomUUID } from "node:crypto";
import { withWork } from "@/server/db/work";
import { testDevice } from "@/server/domain/push/test-device";
import { reportLoss } from "@/server/domain/push/report-loss";
import { recordReceipt } from "@/server/domain/push/record-receipt";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns } from "@/server/jobs/timetable-turns";
import { systemActor } from "@/server/vocabulary/actor";
import type { PersonActor } from "@/server/vocabulary/actor";
import { DeviceId } from "@/server/vocabulary/ids";
import { test as base, type AlertStory, type DutyPerson } from "@/test/support/alert-story";

/** From and to. */
type Times = readonly [string, string];

/** Checks of a rota, told with the clock in the test's hand: instants are such as `2026-11-23T18:00:00Z`. */
export interface ReachStory {
  readonly story: AlertStory;
  /** A worker looks at the timetable and does all that is due, sends included. */
  readonly workAt: (at: string) => Promise<void>;
  /** A shift of the world's team, or of another one. */
  readonly shift: (person: DutyPerson, times: Times, teamId?: string) => Promise<void>;
  /** Somebody of the authority with this many phones, none of them proven, and on no shift. */
  readonly hire: (name: string, phones?: number) => Promise<DutyPerson>;
  /** The person's phone shows a test at this instant. */
  readonly prove: (person: DutyPerson, at: string) => Promise<void>;
  /** A launch at which the person's phone says that it shows no notifications, and what that comes to. */
  readonly losePermission: (actor: PersonActor, at: string) => Promise<void>;
  readonly secondTeam: () => Promise<string>;
  /** Cara Jones is on call for weeks, so that the rota has no gap, and her phone is proven. */
  readonly coverTheWeek: () => Promise<void>;
  /** Dora Bell stands on the second rung all these weeks, and her phone is proven. */
  readonly standBehind: () => Promise<void>;
  /** The newest result of each person and team, such as `Amira Hassan unreachable no-phone no-fallback`. */
  readonly results: () => Promise<string[]>;
  /** Every notice that was queued, such as `rota Ruth Ellison push`. */
  readonly notices: () => Promise<string[]>;
  /** Every check, such as `evening 2026-11-23T18:00 1 gaps 1 told`. */
  readonly checks: () => Promise<string[]>;
}

/** Playwright's `test` with a story about who can be reached. */
export const test = base.extend<{ readonly reach: ReachStory }>({
  reach: async ({ story }, use) => use(makeReachStory(story)),
});

/** The turns that concern reachability: the others have tests of their own. */
const turns = timetable.filter(({ name }) => name === "plan-reach-checks");

function makeReachStory(story: AlertStory): ReachStory {
  const { world } = story;
  return {
    story,
    workAt: (at) => workAt(story, new Date(at)),
    losePermission: async (actor, at) => {
      await losePermission(story, actor, new Date(at));
      await workAt(story, new Date(at));
    },
    shift: (person, times, teamId = world.dutyTeamId) => shift(story, { person, times, teamId }),
    coverTheWeek: () => standOn(story, 1, "Cara Jones"),
    standBehind: () => standOn(story, 2, "Dora Bell"),
    hire: (name, phones = 0) => hire(story, name, phones),
    prove: (person, at) => prove(story, person, new Date(at)),
    secondTeam: async () => {
      const teamId = randomUUID();
      await world.sql("insert into duty_team values ($1, 'Night team', $2)", [teamId, world.authority.id]);
      await world.sql("update duty_team_authority set cover = 'office' where authority_id = $1", [
        world.authority.id,
      ]);
      await world.sql("insert into duty_team_authority values ($1, $2, 'emergency')", [
        world.authority.id,
        teamId,
      ]);
      return teamId;
    },
    ...records(story),
  };
}

async function workAt({ service }: AlertStory, now: Date): Promise<void> {
  const occasion = { actor: systemActor("worker"), now };
  await withWork(service.database, occasion, (work) => beginTurns(work, turns));
  await runDueJobs(service, now);
}

async function losePermission({ world, service }: AlertStory, actor: PersonActor, now: Date): Promise<void> {
  const [device] = await world.sql("select id from device where person_id = $1", [actor.personId]);
  const deviceId = DeviceId.parse(device?.["id"]);
  await withWork(service.database, { actor, now }, (work) =>
    reportLoss(work, { deviceId, loss: "permission" }),
  );
}

/** Somebody whose phone is proven is on this rung for weeks. */
async function standOn(story: AlertStory, rung: number, name: string): Promise<void> {
  const person = await hire(story, name, 1);
  await prove(story, person, new Date("2026-11-23T12:00:00Z"));
  const times = ["2026-11-16T00:00:00Z", "2026-12-16T00:00:00Z"] as const;
  await shift(story, { person, times, teamId: story.world.dutyTeamId, rung });
}

interface OfTeam {
  readonly person: DutyPerson;
  readonly times: Times;
  readonly teamId: string;
  readonly rung?: number;
}

async function shift({ world }: AlertStory, { person, times, teamId, rung = 1 }: OfTeam): Promise<void> {
  await world.sql(
    "insert into shift (duty_team_id, person_id, rung, starts_at, ends_at) values ($1, $2, $3, $4, $5)",
    [teamId, person.actor.personId, rung, ...times],
  );
}

async function hire(story: AlertStory, name: string, phones: number): Promise<DutyPerson> {
  const person = await story.member("duty-social-worker", name);
  if (phones === 0) {
    await story.world.sql("delete from device where person_id = $1", [person.actor.personId]);
    return { ...person, phones: [] };
  }
  await story.world.sql("update device set added_at = '2026-11-20' where person_id = $1", [
    person.actor.personId,
  ]);
  return person;
}

async function prove({ world, service }: AlertStory, { actor }: DutyPerson, now: Date): Promise<void> {
  const [device] = await world.sql(
    "select id from device where person_id = $1 and channel = 'push' limit 1",
    [actor.personId],
  );
  const deviceId = DeviceId.parse(device?.["id"]);
  const noticeId = await withWork(service.database, { actor, now }, (work) => testDevice(work, deviceId));
  const occasion = { actor: systemActor("push-receipts"), now };
  await withWork(service.database, occasion, (work) => recordReceipt(work, { noticeId, milestone: "shown" }));
}

function records({ world }: AlertStory): Pick<ReachStory, "results" | "notices" | "checks"> {
  const lines = async (sql: string) => (await world.sql(sql)).map(({ line }) => String(line));
  return {
    results: () =>
      lines(`select name || ' ' || level || coalesce((select ' ' || string_agg(r ->> 'kind', ' ')
               from jsonb_array_elements(reasons) r), '') as line
             from (select distinct on (duty_team_id, person_id) * from reach_result
               order by duty_team_id, person_id, checked_at desc, id desc) newest
             join person on person.id = person_id order by 1`),
    notices: () =>
      lines(`select purpose || ' ' || name || ' ' || device.channel as line from notice
             join device on device.id = device_id join person on person.id = notice.person_id
             where purpose in ('rota', 'reach') order by queued_at, 1`),
    checks: () =>
      lines(`select reason || ' ' || to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') || ' ' || gaps
               || ' gaps ' || managers_told || ' told' as line
             from reach_check where done_at is not null order by due_at, reason, duty_team_id`),
  };
}
