import {
  nextStep,
  type LadderEvent,
  type Situation,
  type Step,
} from "@/server/domain/alert/ladder/escalation";
import type { Telling } from "@/server/domain/push/queue-notices";
import type { NewAlertEvent } from "@/server/domain/timeline/add-alert-events";
import type { PersonId } from "@/server/vocabulary/ids";
import { channelWords, type Channel } from "@/server/vocabulary/notice-purpose";

export interface Climbed {
  readonly events: readonly NewAlertEvent[];
  readonly tellings: readonly Telling[];
  readonly last: Extract<Step, { kind: "wait" | "finished" }>;
}

/** All steps of a ladder that are due, up to the one that waits or is the end. Pure. */
export function climb(before: readonly LadderEvent[], situation: Situation): Climbed {
  const events: NewAlertEvent[] = [];
  const tellings: Telling[] = [];

  for (;;) {
    const since = events.map((event) => asHappened(event, situation.now));
    const leaving = tellings
      .filter(({ purpose }) => purpose === "alert")
      .map((one) => asSent(one, situation.now));
    const step = nextStep([...before, ...since], {
      ...situation,
      notices: [...situation.notices, ...leaving],
    });
    if (step.kind === "wait" || step.kind === "finished") return { events, tellings, last: step };
    events.push(...eventsOf(step));
    tellings.push(...tellingsOf(step, situation));
  }
}

type Taken = Exclude<Step, { kind: "wait" | "finished" }>;

function asHappened({ kind, rung, personId, dueAt }: NewAlertEvent, now: Date): LadderEvent {
  const whose = { rung: rung ?? null, personId: personId ?? null, dueAt: dueAt ?? null };
  return { kind, ...whose, lookupId: null, happenedAt: now };
}

function asSent({ personId, channel }: Telling, now: Date): Situation["notices"][number] {
  return { personId, channel, queuedAt: now, hasFailed: false, isShown: false };
}

function eventsOf(step: Taken): readonly NewAlertEvent[] {
  switch (step.kind) {
    case "tell":
      return [
        ...step.without.map((personId) => ({
          kind: "notice-failed" as const,
          personId,
          rung: step.rung,
          note: "No phone is set up.",
        })),
        ...step.people.map((personId) => ({ kind: "notified" as const, personId, rung: step.rung })),
      ];
    case "not-shown":
      return [{ kind: "not-shown", personId: step.personId, rung: step.rung, note: wordsOf(step.channel) }];
    case "nobody-on-call":
      return [
        {
          kind: step.kind,
          rung: step.rung,
          ...(step.isToldBefore && { note: "On this rung are only people who were told before." }),
        },
      ];
    case "alarm":
      return alarmEvents(step.people);
    case "nobody-reachable":
    case "escalated":
      return [{ kind: step.kind, rung: step.rung }];
    case "deferred":
      return [{ kind: "deferred", dueAt: step.until }];
    case "unreached":
      return [{ kind: "unreached" }];
  }
}

function alarmEvents(people: readonly PersonId[]): readonly NewAlertEvent[] {
  if (people.length === 0) return [{ kind: "nobody-alarmed" }];
  return people.map((personId) => ({ kind: "alarmed", personId }));
}

function wordsOf(channel: Channel | undefined): string {
  return channel === undefined
    ? "Nothing has shown it, and no other way is set up."
    : `Nothing has shown it yet. Also sent as ${channelWords[channel]}.`;
}

function tellingsOf(step: Taken, situation: Situation): readonly Telling[] {
  switch (step.kind) {
    case "tell":
      return step.people.flatMap((personId) => {
        const [channel] = situation.channelsOf.get(personId) ?? [];
        return channel
          ? [{ personId, channel, purpose: "alert" as const, endsAt: endOf(step.rung, situation) }]
          : [];
      });
    case "not-shown":
      return step.channel === undefined
        ? []
        : [
            {
              personId: step.personId,
              channel: step.channel,
              purpose: "alert",
              endsAt: endOf(step.rung, situation),
            },
          ];
    case "alarm":
      return step.people.flatMap((personId) => alarmsOf(personId, situation));
    case "nobody-on-call":
    case "nobody-reachable":
    case "escalated":
    case "deferred":
    case "unreached":
      return [];
  }
}

/** An alarm goes out by every channel at once: it is the last thing that Lantern can do by itself. */
function alarmsOf(personId: PersonId, { channelsOf, settings, now }: Situation): readonly Telling[] {
  const endsAt = new Date(now.getTime() + settings.againMinutes * 60_000);
  return (channelsOf.get(personId) ?? []).map((channel) => ({ personId, channel, purpose: "alarm", endsAt }));
}

function endOf(rung: number, { waitOf, settings, now }: Situation): Date {
  return new Date(now.getTime() + (waitOf.get(rung) ?? settings.rungMinutes) * 60_000);
}
