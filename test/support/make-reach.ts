import type { DeviceFacts, ReachSettings } from "@/server/domain/reach/reachability";

/** When the tables of these tests play. */
export const reachNow = new Date("2026-11-23T18:00:00Z");

/** So many days before that. */
export function daysAgo(days: number): Date {
  return new Date(reachNow.getTime() - days * 86_400_000);
}

export const reachSettingsOfTests: ReachSettings = {
  provenDays: 30,
  reportedDays: 30,
  fallbacks: ["text", "email"],
};

/** A phone that proved itself yesterday and was opened today, unless told otherwise. */
export function makePhone(change: Partial<DeviceFacts> = {}): DeviceFacts {
  return {
    channel: "push",
    addedAt: daysAgo(100),
    goneAt: null,
    permittedAt: daysAgo(0.2),
    lostAt: null,
    lostAs: null,
    lastShownAt: daysAgo(1),
    lastFailedAt: null,
    ...change,
  };
}

/** A telephone or mailbox of which nothing is known but that it was entered. */
export function makeContact(channel: "text" | "email", change: Partial<DeviceFacts> = {}): DeviceFacts {
  return makePhone({ channel, permittedAt: null, lastShownAt: null, ...change });
}
