import { expect } from "@playwright/test";
import fc from "fast-check";
import { claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import { systemActor } from "@/server/vocabulary/actor";
import { test, type AlertStory, type DutyPerson } from "@/test/support/alert-story";
import { makeAlert } from "@/test/support/make-alert";
import { PushMessage } from "@/test/support/read-push-message";

const second = 1 / 60;
const busy = [
  { status: 429 },
  { status: 429, retryAfter: "7" },
  { status: 503 },
  { status: 503, retryAfter: "20" },
];

/** Printed with the test; `BUSY_SEED` looks at others. */
const seed = Number(process.env["BUSY_SEED"] ?? 20_261_125);

for (const [run, answers] of fc
  .sample(fc.array(fc.constantFrom(...busy), { minLength: 2, maxLength: 5 }), { seed, numRuns: 3 })
  .entries()) {
  test(`whatever a busy push service says, and though a worker dies, each push is taken once under its topic (seed ${String(seed)}, history ${String(run + 1)})`, async ({
    story,
  }) => {
    const amira = await story.onCall("Amira Hassan");
    story.push.answerWith(endpointOf(amira), ...answers, { status: 201 });
    const alerts = [await story.crewAsks(), await askOfAnother(story)];
    await story.passTimeTo(0);
    await dieHolding(story, 1);
    await story.passTimeTo(4.9);

    const pushes = story.pushesTo(amira);
    for (const { alertId } of alerts) {
      const own = pushes.filter(({ message }) => PushMessage.parse(message).notification.tag === alertId);
      expect(new Set(own.map(({ topic }) => topic)).size).toBe(1);
      expect(own.at(-1)?.answer).toEqual({ status: 201 });
      expect(
        own.filter(({ answer }) => answer !== "hang" && answer !== "reset" && answer.status === 201),
      ).toHaveLength(1);
    }
    expect(pushes).toHaveLength(answers.length + 2);
    expect(
      await story.world.sql("select 1 from notice where accepted_at is null or failed_at is not null"),
    ).toEqual([]);
    expect(await story.world.sql("select 1 from outbox where kind = 'send-notice'")).toEqual([]);
  });
}

test("a push that a busy service kept waiting does not come after the withdrawal of its alert", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  story.push.answerWith(endpointOf(amira), { status: 429, retryAfter: "90" }, { status: 201 });
  const { lookupId } = await story.crewAsks();
  await story.passTimeTo(0);

  await story.does(story.crew, 0.5, (work) => retractLookup(work, lookupId));
  await story.passTimeTo(10);

  const said = story.pushesTo(amira).map(({ message }) => PushMessage.parse(message).notification.body);
  expect(said.map((body) => body.replace(/ Reference.*/, ""))).toEqual([
    "An alert is waiting.",
    "An alert was withdrawn.",
  ]);
  expect(
    await story.world.sql("select 1 from notice where accepted_at is null and expired_at is null"),
  ).toEqual([]);
});

function endpointOf({ phones }: DutyPerson): string {
  return phones[0]?.endpoint ?? "";
}

async function askOfAnother({ service, world, crew, at }: AlertStory) {
  const { nhsNumber } = await world.plan();
  return makeAlert(service, { crew, nhsNumber, now: at(0) });
}

/** A worker takes up what is due a second later, and is never heard of again. */
function dieHolding({ service, at }: AlertStory, seconds: number): Promise<unknown> {
  const occasion = { actor: systemActor("worker"), now: at(seconds * second) };
  const claim = { worker: "doomed", limit: 10, leaseMilliseconds: 10_000 };
  return withWork(service.database, occasion, (work) => claimJobs(work, claim));
}
