import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { nextStep, type LadderEvent, type LadderSettings, type Step } from "@/server/domain/alert/escalation";
import { queueNotices } from "@/server/domain/alert/queue-notices";
import { readLadder, type Ladder } from "@/server/domain/alert/read-ladder";
import { addAlertEvents, type NewAlertEvent } from "@/server/domain/timeline/add-alert-events";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { AlertId, PersonId } from "@/server/vocabulary/ids";
import { climbKey } from "@/server/vocabulary/job";

/**
 * Takes every step of an alert's ladder that is due: tells who is to be told, puts on record why others were not, and
 * leaves the next look at it in the queue, all in the caller's transaction. Two workers never take one step twice: the
 * alert is locked, and what has happened is read after that. Ends only with somebody taking the alert.
 */
export async function climbAlert(work: Work, alertId: AlertId, settings: LadderSettings): Promise<void> {
  await lockAlert(work, alertId);
  const ladder = await readLadder(work, alertId);
  const before = await readAlertEvents(work, [alertId]);
  if (before.length === 0) return;

  const { events, people, last } = climb(before, ladder, { settings, now: work.now });
  await addAlertEvents(work, alertId, events);
  await queueNotices(work, alertId, phonesOf(people, ladder));
  if (last.kind === "wait") await queueClimb(work, alertId, last.until);
}

interface Climbed {
  readonly events: readonly NewAlertEvent[];
  readonly people: ReadonlySet<PersonId>;
  readonly last: Step;
}

/** All steps that are due, up to the one that waits or is the end. Pure. */
function climb(
  before: readonly LadderEvent[],
  { onCall, phones, notices: sent }: Ladder,
  occasion: { readonly settings: LadderSettings; readonly now: Date },
): Climbed {
  const reachable = new Set(phones.map(({ personId }) => personId));
  const events: NewAlertEvent[] = [];
  const people = new Set<PersonId>();

  for (;;) {
    const since = events.map(({ kind, rung }) => ({ kind, rung: rung ?? null, happenedAt: occasion.now }));
    const leaving = [...people].map((personId) => ({ personId, queuedAt: occasion.now, hasFailed: false }));
    const notices = [...sent, ...leaving];
    const step = nextStep([...before, ...since], { onCall, reachable, notices, ...occasion });
    if (step.kind === "wait" || step.kind === "finished") return { events, people, last: step };
    events.push(...eventsOf(step));
    if (step.kind === "tell") step.people.forEach((person) => people.add(person));
  }
}

function eventsOf(step: Exclude<Step, { kind: "wait" | "finished" }>): NewAlertEvent[] {
  if (step.kind !== "tell") return [step];

  const { rung, people, without } = step;
  return [
    ...without.map((personId) => ({
      kind: "notice-failed" as const,
      personId,
      rung,
      note: "No phone is set up.",
    })),
    ...people.map((personId) => ({ kind: "notified" as const, personId, rung })),
  ];
}

function phonesOf(people: ReadonlySet<PersonId>, { phones }: Ladder): Ladder["phones"] {
  return phones.filter(({ personId }) => people.has(personId));
}

async function queueClimb(work: Work, alertId: AlertId, dueAt: Date): Promise<void> {
  await queueJob(work, { job: { kind: "climb-alert", alertId }, dueAt, uniqueKey: climbKey(alertId) });
}
