import { LookupId, OrganisationId } from "@/server/vocabulary/ids";
import { addDays, londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import { practiceChildOf, type PracticeCase, type PracticeChild } from "@/server/vocabulary/practice-child";
import type { EarlierAttendance, RegisterEntry, ResultCard } from "@/server/vocabulary/result-card";

export type PracticeAnswer =
  | { readonly kind: "card"; readonly card: ResultCard }
  | { readonly kind: "could-not-check" }
  /** Not one of the cast: nothing is looked up. */
  | { readonly kind: "not-practice" };

interface PracticeQuestion {
  readonly nhsNumber: string;
  readonly mode: ResultCard["mode"];
  readonly now: Date;
}

/**
 * What practice answers. It is made here, of the cast and the time alone: there is no register, no service and no
 * record in reach, so that it can tell nobody. Pure.
 */
export function practiceAnswer({ nhsNumber, mode, now }: PracticeQuestion): PracticeAnswer {
  const child = practiceChildOf(nhsNumber);
  if (child === undefined) return { kind: "not-practice" };
  if (child.shows === "could-not-check") return { kind: "could-not-check" };

  const about = {
    lookupId: practiceLookup,
    nhsNumber,
    askedAt: now,
    clearsAt: new Date(now.getTime() + shownForMs),
    clearsInMs: shownForMs,
    mode,
    incident: null,
  };
  const entries = entriesOf(child, child.shows, now);
  return entries.length === 0
    ? { kind: "card", card: { ...about, answer: "none-held", freshness: { staleLists: 2, lists: 153 } } }
    : { kind: "card", card: { ...about, answer: "held", entries, attendances: attendancesOf(child, now) } };
}

/** As long as a card of a lookup is shown, unless the service is set otherwise. */
const shownForMs = 30 * 60_000;

/** Of no lookup: nothing that has this id is ever sent. */
const practiceLookup = LookupId.parse("00000000-0000-4000-8000-000000000000");

interface PracticeAuthority {
  readonly authorityId: OrganisationId;
  readonly authorityName: string;
  readonly numbers: RegisterEntry["numbers"];
}

const pretendshire = authority("1", "Pretendshire", ["01632 960981", "01632 960982"]);
const makeBelieve = authority("2", "Make-Believe Borough", ["01632 960983", "01632 960984"]);

/** Telephone numbers that nobody can have. */
function authority(
  place: string,
  authorityName: string,
  [emergency, office]: readonly [string, string],
): PracticeAuthority {
  return {
    authorityId: OrganisationId.parse(`00000000-0000-4000-8000-00000000000${place}`),
    authorityName,
    numbers: {
      first: { label: "Pretend emergency duty team", number: emergency },
      other: { label: "Pretend children’s social care", number: office },
    },
  };
}

type Plan = RegisterEntry["plans"][number];

function entriesOf(child: PracticeChild, shows: PracticeCase, now: Date): RegisterEntry[] {
  const today = londonDate(now);
  const held = plan("child-protection", addDays(today, -140));
  const entry = (of: PracticeAuthority, ...plans: Plan[]): RegisterEntry => ({
    ...of,
    familyName: child.familyName,
    givenNames: child.givenNames,
    dateOfBirth: child.dateOfBirth,
    plans,
    isOfficeOpen: false,
    listReceivedAt: new Date(now.getTime() - 9 * 3_600_000),
    isNumberReplaced: shows === "replaced",
  });

  switch (shows) {
    case "one-authority":
    case "replaced":
      return [entry(pretendshire, held)];
    case "two-authorities":
      return [entry(makeBelieve, plan("looked-after", addDays(today, -400))), entry(pretendshire, held)];
    case "looked-after":
      return [entry(pretendshire, plan("looked-after", addDays(today, -700)))];
    case "unborn":
      return [entry(pretendshire, plan("unborn", addDays(today, -30), addDays(today, 45)))];
    case "none-held":
    case "could-not-check":
      return [];
  }
}

function plan(kind: Plan["kind"], startOn: LondonDate, dueOn: LondonDate | null = null): Plan {
  return { kind, state: "in-force", startOn, endOn: null, dueOn };
}

/** One child was seen before, so that whoever practises finds where that stands. */
function attendancesOf({ shows }: PracticeChild, now: Date): EarlierAttendance[] {
  if (shows !== "two-authorities") return [];
  return [
    {
      attendedAt: new Date(now.getTime() - 12 * 86_400_000),
      organisationName: "Pretend Hospital",
      careSettingName: "Emergency department",
      role: "crew",
      reason: "injury",
    },
  ];
}
