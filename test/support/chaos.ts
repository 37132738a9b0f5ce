import fc from "fast-check";
import { claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { acknowledgeAlert } from "@/server/domain/alert/hold/acknowledge-alert";
import { declineAlert } from "@/server/domain/alert/hold/decline-alert";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import { prepareNotice } from "@/server/domain/push/prepare-notice";
import { readReceiptToken } from "@/server/domain/push/receipt-token";
import { recordReceipt } from "@/server/domain/push/record-receipt";
import { sendPush } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { climbTogether, isClimb } from "@/server/jobs/climb-together";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { systemActor } from "@/server/vocabulary/actor";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { IncidentId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { Refusal } from "@/server/vocabulary/refusal";
import type { AlertStory, DutyPerson } from "@/test/support/alert-story";
import { makeAlert, type MadeAlert } from "@/test/support/make-alert";

const place = fc.nat({ max: 2 });

/** One thing that can happen, in any order and any number. */
const Step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      child: place,
      setting: fc.nat({ max: 1 }),
      call: fc.option(fc.nat({ max: 1 })),
      isAtOnce: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("pass" as const), seconds: fc.nat({ max: 400 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("take" as const), person: place, alert: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("decline" as const), person: place, alert: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("retract" as const), alert: place }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("fault" as const),
      person: place,
      status: fc.constantFrom(201, 400, 410, 429, 500, 503),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("worker-dies" as const), hasSent: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("three-workers" as const), isTogether: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("receipt" as const), delivery: fc.nat({ max: 20 }) }),
  },
);
export type ChaosStep = ReturnType<typeof histories>[number][number];

/** The same histories for the same seed. */
export function histories(seed: number, count: number) {
  return fc.sample(fc.array(Step, { minLength: 30, maxLength: 30 }), { seed, numRuns: count });
}

export interface ChaosWorld {
  readonly story: AlertStory;
  readonly people: readonly DutyPerson[];
  readonly children: readonly NhsNumber[];
  /** The crew, and those of another setting of the same trust. */
  readonly crews: readonly PersonActor[];
  readonly calls: readonly IncidentId[];
  readonly asked: MadeAlert[];
  /** Minutes since the beginning. */
  minutes: number;
}

/** Lets one thing happen. A refusal is an answer, not an accident. */
export async function happen(world: ChaosWorld, step: ChaosStep): Promise<void> {
  try {
    await act(world, step);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function act(world: ChaosWorld, step: ChaosStep): Promise<unknown> {
  switch (step.kind) {
    case "take":
      return onAlert(world, step, acknowledgeAlert);
    case "decline":
      return onAlert(world, step, declineAlert);
    case "retract":
      return retract(world, step.alert);
    case "ask":
      return askOnceOrTwice(world, step);
    case "receipt":
      return report(world, step.delivery);
    case "pass":
    case "fault":
    case "worker-dies":
    case "three-workers":
      return befall(world, step);
  }
}

type Fate = Extract<ChaosStep, { kind: "pass" | "fault" | "worker-dies" | "three-workers" }>;

/** What nobody does: time, faults and deaths. */
function befall(world: ChaosWorld, step: Fate): Promise<unknown> {
  const { story, people } = world;
  switch (step.kind) {
    case "pass":
      world.minutes += step.seconds / 60;
      return story.passTimeTo(world.minutes);
    case "fault":
      story.push.answerWith(people[step.person]?.phones[0]?.endpoint ?? "", { status: step.status });
      return Promise.resolve();
    case "worker-dies":
      return dieAtWork(world, step.hasSent);
    case "three-workers":
      return Promise.all(
        ["worker-1", "worker-2", "worker-3"].map((worker) =>
          step.isTogether ? climbSome(world, worker) : runDueJobs(story.service, story.at(world.minutes)),
        ),
      );
  }
}

async function retract({ story, crews, asked, minutes }: ChaosWorld, place: number): Promise<void> {
  const alert = asked[place];
  if (!alert) return;
  // Only whoever asked can take it back; the others are refused.
  for (const crew of crews) {
    const retracted = story.does(crew, minutes, (work) => retractLookup(work, alert.lookupId));
    await retracted.catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }
}

interface Asking {
  readonly child: number;
  readonly setting: number;
  /** null for a question that names no call. */
  readonly call: number | null;
}

async function ask(world: ChaosWorld, { child, setting, call }: Asking): Promise<void> {
  const { story, asked, minutes } = world;
  const [nhsNumber, crew] = [world.children[child], world.crews[setting]];
  if (nhsNumber === undefined || crew === undefined) return;
  const incidentId = call === null ? undefined : world.calls[call];
  const incident = incidentId && { incidentId };
  asked.push(await makeAlert(story.service, { crew, nhsNumber, incident, now: story.at(minutes) }));
}

function onAlert(
  { story, people, asked, minutes }: ChaosWorld,
  { person, alert }: { readonly person: number; readonly alert: number },
  useCase: typeof acknowledgeAlert | typeof declineAlert,
): Promise<unknown> {
  const [who, what] = [people[person], asked[alert]];
  if (!who || !what) return Promise.resolve();
  return story.does<unknown>(who.actor, minutes, (work) => useCase(work, what.alertId));
}

/** A worker climbs in one transaction whatever it finds, while another one takes up what is left. */
async function climbSome({ story, minutes }: ChaosWorld, worker: string): Promise<void> {
  const { service, at } = story;
  const occasion = { actor: systemActor("worker"), now: at(minutes) };
  const claim = { worker, limit: 3, leaseMilliseconds: 10_000, lane: "prompt" as const };
  const held = await withWork(service.database, occasion, (work) => claimJobs(work, claim));
  await climbTogether({ service, climbs: held.filter(isClimb), clock: () => at(minutes) });
}

/** At once: two settings of one call at the same moment. */
function askOnceOrTwice(
  world: ChaosWorld,
  { isAtOnce, ...asking }: Asking & { readonly isAtOnce: boolean },
): Promise<unknown> {
  const settings = isAtOnce ? [0, 1] : [asking.setting];
  return Promise.all(settings.map((setting) => ask(world, { ...asking, setting })));
}

/** Takes up what is due and dies: before it did anything, or when what it sent has left and is not on record. */
async function dieAtWork({ story, minutes }: ChaosWorld, hasSent: boolean): Promise<void> {
  const { service, at } = story;
  const occasion = { actor: systemActor("worker"), now: at(minutes) };
  const claim = { worker: "doomed", limit: 3, leaseMilliseconds: 10_000 };
  const held = await withWork(service.database, occasion, (work) => claimJobs(work, claim));
  const { DEVICE_KEY: deviceKey, RECEIPT_KEY: receiptKey, NEXTAUTH_URL: origin } = service.configuration;

  for (const { job } of hasSent ? held : []) {
    if (job?.kind !== "send-notice") continue;
    const settings = { origin, deviceKey, receiptKey };
    const push = await withWork(service.database, occasion, (work) =>
      prepareNotice(work, job.noticeId, settings),
    );
    if (push?.channel === "push")
      await sendPush(service.sender, { ...push, topic: pushTopic(push.topic), urgency: "high" });
  }
}

async function report({ story, people, minutes }: ChaosWorld, delivery: number): Promise<void> {
  const { service, at } = story;
  const receipts = people.flatMap((person) => story.receiptsOf(person));
  const token = receipts[delivery % Math.max(1, receipts.length)];
  const noticeId = token && readReceiptToken(token, service.configuration.RECEIPT_KEY);
  if (!noticeId) return;
  await withWork(service.database, { actor: systemActor("push-receipts"), now: at(minutes) }, (work) =>
    recordReceipt(work, { noticeId, milestone: "shown" }),
  );
}
