import type { OnCall, AuthorityFacts, ServiceFacts } from "@/server/domain/tonight/facts";
import { OrganisationId, PersonId } from "@/server/vocabulary/ids";

/** When the tables of these tests play: 21:00 on a Monday in London. */
export const nightNow = new Date("2026-11-23T21:00:00Z");

export function minutesAgo(minutes: number): Date {
  return new Date(nightNow.getTime() - minutes * 60_000);
}

export function inHours(hours: number): Date {
  return new Date(nightNow.getTime() + hours * 3_600_000);
}

const nightTeamId = "00000000-0000-4000-8000-000000000001";

/** Amira Hassan, whom this evening's check found to be reachable. */
export function makeOnCall(change: Partial<OnCall> = {}): OnCall {
  return {
    personId: PersonId.parse("00000000-0000-4000-8000-000000000002"),
    name: "Amira Hassan",
    teamId: nightTeamId,
    teamName: "Duty team",
    reach: { level: "reachable", checkedAt: minutesAgo(180), lastProvenAt: minutesAgo(600), reasons: [] },
    ...change,
  };
}

/** An authority of which nothing is wrong tonight. */
export function makeNight(change: Partial<AuthorityFacts> = {}): AuthorityFacts {
  return {
    authorityId: OrganisationId.parse("00000000-0000-4000-8000-000000000003"),
    name: "Testshire",
    region: "North",
    ring: { label: "Emergency duty team", number: "01632 960200" },
    isLive: true,
    teams: [{ teamId: nightTeamId, teamName: "Duty team" }],
    first: [makeOnCall()],
    behind: [makeOnCall({ name: "Cara Diaz" })],
    next: { at: inHours(11), first: [makeOnCall({ name: "Ben Carter" })] },
    gaps: [],
    rungMinutes: 5,
    alerts: { count: 0, oldestAt: null, unreached: 0 },
    list: { lastSequence: 7, lastReceivedAt: minutesAgo(900), skipped: 0 },
    ...change,
  };
}

/** Pushes that arrive, and a push service that answers. */
export function makeServiceFacts(change: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    delivery: {
      secondsSinceProven: 12,
      isSilent: false,
      line: "last proven delivery 12 s ago",
      failure: undefined,
    },
    pushes: [{ host: "fcm.googleapis.com", name: "accepted", count: 40 }],
    ...change,
  };
}
