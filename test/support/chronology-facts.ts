import { randomUUID } from "node:crypto";
import { entriesOf } from "@/server/domain/chronology/entries-of";
import type { Entry } from "@/server/domain/chronology/chronology";
import type { EventFact, Facts, LookFact } from "@/server/domain/chronology/facts";
import { AlertId, LookupId } from "@/server/vocabulary/ids";

const beginning = new Date("2026-11-23T21:10:00Z");

/** So many minutes after the first look. */
export function minute(minutes: number): Date {
  return new Date(beginning.getTime() + minutes * 60_000);
}

export const alertId = AlertId.parse(randomUUID());
export const [firstLook, secondLook] = [LookupId.parse(randomUUID()), LookupId.parse(randomUUID())];

/** A look of Sam Rider's at the first minute, part of the alert. */
export function look(changes: Partial<LookFact> = {}): LookFact {
  return {
    alertId,
    lookupId: firstLook,
    at: minute(0),
    personName: "Sam Rider",
    role: "crew",
    organisationName: "London Ambulance Service",
    careSettingName: "Ambulance",
    reason: "injury",
    arrivedAt: null,
    missed: null,
    ...changes,
  };
}

/** Something that Amira Hassan did, so many minutes after the first look. */
export function event(kind: string, minutes: number, changes: Partial<EventFact> = {}): EventFact {
  return {
    alertId,
    kind,
    at: minute(minutes),
    personName: "Amira Hassan",
    otherPersonName: null,
    lookupId: null,
    dueAt: null,
    outcome: null,
    detail: null,
    ...changes,
  };
}

/** The one entry that these facts about one alert make. */
export function entryOf(facts: Partial<Facts>): Entry {
  const alerts = [{ alertId, reference: "K7M4QP", raisedAt: minute(0) }];
  const [entry] = entriesOf({ alerts, looks: [look()], events: [], messages: [], referrals: [], ...facts });
  if (entry === undefined) throw new Error("an alert made no entry");
  return entry;
}

/** Each step as a line, its mark in front where it has one and what somebody wrote behind. */
export function linesOf({ steps }: Entry): readonly string[] {
  return steps.map(({ text, quote, mark }) => {
    const words = quote === null ? text : `${text} “${quote}”`;
    return mark === "none" ? words : `(${mark}) ${words}`;
  });
}
