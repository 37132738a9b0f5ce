import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { startPostgres, type Postgres } from "@/server/demo/postgres";
import { runSql } from "@/server/demo/postgres-databases";
import { migrate } from "@/server/demo/postgres-migrate";
import { runningServer } from "@/server/demo/postgres-server";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { workOff } from "@/server/jobs/work-off";
import type { PersonActor } from "@/server/vocabulary/actor";
import { RequestId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { storySettings, test as base } from "@/test/support/alert-story";
import type { FakePushService } from "@/test/support/fake-push-service";
import { makeDevice } from "@/test/support/make-device";
import { makeJobService, type TestJobService } from "@/test/support/make-service";
import { makeShift } from "@/test/support/make-shift";
import { makeWorld } from "@/test/support/make-world";
import { quietEvening, quietShift } from "@/test/support/no-reach-checks";

const children = 60;
/** So many questions are answered when PostgreSQL is killed. */
const killedAfter = 25;

const test = base.extend<{ directory: string }>({
  directory: async ({}, use) => {
    const directory = await mkdtemp(path.join(tmpdir(), "lantern-killed-"));
    // Under root the database runs as another user, who has to be able to pass.
    await chmod(directory, 0o711);
    await use(directory);
    await rm(directory, { recursive: true, force: true });
  },
});

test("PostgreSQL killed with -9 among questions and pushes: what was answered is on record, and everybody is told", async ({
  directory,
  push,
}) => {
  test.setTimeout(120_000);
  const place = path.join(directory, "postgres");
  const before = await startPostgres({ directory: place });
  await migrate(before.ownerUrl);
  const story = await makeStory(before, push);

  const answered = await askUntilKilled(story, before, place);
  await before.stop();
  const after = await startPostgres({ directory: place });
  const kept = await runSql(after.ownerUrl, "select nhs_number from lookup");
  await askAgain(story, after);

  expect(answered.length).toBeGreaterThanOrEqual(killedAfter);
  expect(answered.length).toBeLessThan(children);
  expect(kept).toEqual(expect.arrayContaining(answered.map(({ nhsNumber }) => ({ nhs_number: nhsNumber }))));
  expect(await runSql(after.ownerUrl, countOfEach)).toEqual([
    { lookups: children, alerts: children, told: children, audited: children },
  ]);
  const topics = push.deliveries
    .filter(({ endpoint }) => endpoint === story.endpoint)
    .map(({ topic }) => topic);
  expect(new Set(topics).size).toBe(children);
  await after.stop();
});

interface Question {
  readonly nhsNumber: NhsNumber;
  readonly requestId: RequestId;
}

interface Story {
  readonly crew: PersonActor;
  readonly questions: readonly Question[];
  readonly push: FakePushService;
  /** The phone of the one person on call. */
  readonly endpoint: string;
}

async function makeStory(postgres: Postgres, push: FakePushService): Promise<Story> {
  const now = new Date();
  const world = await makeWorld(postgres, now);
  const crew = await world.person("crew", "Sam Rider");
  const amira = await world.person("duty-social-worker", "Amira Hassan");
  await makeShift(world, { personId: amira.personId, ...quietShift() });

  const questions: Question[] = [];
  while (questions.length < children) {
    const { nhsNumber } = await world.plan();
    questions.push({ nhsNumber, requestId: RequestId.parse(randomUUID()) });
  }
  const service = serviceOn(postgres, push);
  const { endpoint } = await makeDevice(service, { push, person: amira, now });
  await service.stop();
  return { crew, questions, push, endpoint };
}

/** The questions that had their answer. */
async function askUntilKilled(
  { crew, questions, push }: Story,
  postgres: Postgres,
  place: string,
): Promise<readonly Question[]> {
  const service = serviceOn(postgres, push);
  const working = workOff(service, "before");
  const answered: Question[] = [];
  await Promise.allSettled(
    questions.map(async (question) => {
      await ask(service, crew, question);
      answered.push(question);
      if (answered.length === killedAfter) process.kill((await runningServer(place)) ?? 0, "SIGKILL");
    }),
  );
  await working.stop();
  await service.stop().catch(() => undefined);
  return answered;
}

/** As every phone does that had no answer, and those that had one do no harm by it. */
async function askAgain({ crew, questions, push }: Story, postgres: Postgres): Promise<void> {
  const service = serviceOn(postgres, push);
  const working = workOff(service, "after");
  for (const question of questions) await ask(service, crew, question);

  const accepted = async () =>
    (await runSql(postgres.ownerUrl, "select id from notice where accepted_at is not null")).length;
  await expect.poll(accepted, { timeout: 60_000 }).toBe(children);
  await working.stop();
  await service.stop();
}

function serviceOn({ appUrl }: Postgres, push: FakePushService): TestJobService {
  const service = makeJobService(appUrl, {
    ...storySettings(push),
    LOOKUPS_PER_MINUTE: "1000",
    REACH_CHECK_AT: quietEvening(),
  });
  return {
    ...service,
    sender: { ...service.sender, extraCertificateAuthority: push.certificateAuthorityPem },
  };
}

function ask(
  { database, configuration }: TestJobService,
  crew: PersonActor,
  question: Question,
): Promise<unknown> {
  const settings = { ...configuration, mode: "unscheduled" as const };
  return withWork(database, { actor: crew, now: new Date() }, (work) =>
    lookUpChild(work, question, settings),
  );
}

const countOfEach = `
  select (select count(*)::int from lookup) as lookups, (select count(*)::int from alert) as alerts,
    (select count(*)::int from notice where accepted_at is not null) as told,
    (select count(*)::int from audit where action = 'child:look-up' and outcome = 'done') as audited`;
