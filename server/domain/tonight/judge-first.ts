import type { AuthorityFacts, FirstOnCall } from "@/server/domain/tonight/facts";
import type { Finding, Way } from "@/server/domain/tonight/finding";
import { reachInWords } from "@/server/domain/reach/reach-in-words";
import { shortDay } from "@/server/vocabulary/span-in-words";
import { formatTime, londonDate } from "@/server/vocabulary/london-time";
import type { ReachLevel } from "@/server/vocabulary/reach";

/** A rota is looked at every evening: what is older was missed. */
const checkedWithinHours = 26;
const hourMilliseconds = 3_600_000;

type Standing = ReachLevel | "unchecked";

/** Whether this person can be reached, by a check that is not too old. Pure. */
export function standingOf({ reach }: FirstOnCall, now: Date): Standing {
  if (reach === null) return "unchecked";
  return now.getTime() - reach.checkedAt.getTime() > checkedWithinHours * hourMilliseconds
    ? "unchecked"
    : reach.level;
}

const lookAtRota = { kind: "look", href: "/rota", label: "Look at the rota" } as const satisfies Way;

/** The rota of a team in the week in which something is to be mended. */
export function lookAtRotaOf(teamId: string, at: Date): Way {
  const query = new URLSearchParams({ team: teamId, day: londonDate(at) });
  return { ...lookAtRota, href: `/rota?${query.toString()}` };
}

/** Is somebody first on call now, and can they be reached? Pure. */
export function judgeNow(facts: AuthorityFacts, now: Date): Finding {
  const { first } = facts;
  if (first.length === 0) return nobodyNow(facts, now);

  const standings = first.map((person) => standingOf(person, now));
  const ways = [...ring(facts), ...checks(first)];
  const names = listed(first.map(nameOf));
  if (standings.includes("reachable")) {
    return {
      kind: "unreachable-now",
      level: "fine",
      what: `${names} on call now: can be reached.`,
      todo: "",
      ways: [],
    };
  }
  const doubted = first.find((_, place) => standings[place] === "doubtful");
  if (doubted !== undefined) {
    const what = `${nameOf(doubted)}, first on call now, may not be reached. ${whyNot(doubted, now).what}`;
    return {
      kind: "unreachable-now",
      level: "doubtful",
      what,
      todo: whyNot(doubted, now).todo,
      ways: ways.toReversed(),
    };
  }
  if (standings.includes("unchecked")) {
    return {
      kind: "unreachable-now",
      level: "doubtful",
      what: `Nobody has looked lately whether ${names}, first on call now, can be reached.`,
      todo: "Ask for a check now. Nobody’s phone rings for it.",
      ways: checks(first),
    };
  }
  const [person] = first;
  const why = person === undefined ? noReason : whyNot(person, now);
  const what = `${names}, first on call now, cannot be reached. ${why.what}`;
  return { kind: "unreachable-now", level: "bad", what, todo: `${telephone} ${why.todo}`, ways };
}

const telephone = "Ring them, and have it put right; then check again.";

function nobodyNow({ behind, teams: [team] }: AuthorityFacts, now: Date): Finding {
  const rest = behind === 0 ? "An alert would reach nobody." : "An alert waits until the next rung is told.";
  return {
    kind: "nobody-now",
    level: "bad",
    what: `Nobody is first on call now. ${rest}`,
    todo: team ? "Put somebody on the rota now." : "Choose the duty team of your authority.",
    ways: [
      team
        ? lookAtRotaOf(team.teamId, now)
        : { kind: "look", href: "/rota/ladder", label: "Choose the duty team" },
    ],
  };
}

/** Does somebody follow, and can they be reached? Pure. */
export function judgeNext(facts: AuthorityFacts, now: Date): readonly Finding[] {
  const { next, first, gaps } = facts;
  if (next === null) return [];
  const at = timeInWords(next.at, now);
  if (next.first.length === 0) {
    if (first.length === 0) return [];
    const isSoon = next.at.getTime() - now.getTime() < 24 * hourMilliseconds;
    const what = `Nobody is first on call after whoever is now, from ${at} on.`;
    const todo = "Put somebody on the rota from then on.";
    const gap = gaps.find(({ endsAt }) => endsAt > next.at);
    const ways = [gap ? lookAtRotaOf(gap.teamId, next.at) : lookAtRota];
    return [{ kind: "nobody-next", level: isSoon ? "bad" : "doubtful", what, todo, ways }];
  }
  const standings = next.first.map((person) => standingOf(person, now));
  const names = listed(next.first.map(nameOf));
  if (!standings.every((standing) => standing === "unreachable" || standing === "doubtful")) {
    const what = `Next: ${names} from ${at}.`;
    return [{ kind: "unreachable-next", level: "fine", what, todo: "", ways: [] }];
  }
  const [person] = next.first;
  const why = person === undefined ? noReason : whyNot(person, now);
  const certainty = standings.includes("doubtful") ? "may not be reached" : "cannot be reached";
  return [
    {
      kind: "unreachable-next",
      level: "doubtful",
      what: `${names}, first on call from ${at}, ${certainty}. ${why.what}`.trim(),
      todo: why.todo === "" ? "Have it put right before then." : why.todo,
      ways: [{ kind: "look", href: "/rota/reach", label: "See who can be reached" }, ...checks(next.first)],
    },
  ];
}

const noReason = { what: "", todo: "" };

function whyNot({ reach }: FirstOnCall, now: Date): { readonly what: string; readonly todo: string } {
  const [reason] = reach?.reasons ?? [];
  return reason === undefined ? noReason : reachInWords(reason, now);
}

function nameOf({ name }: FirstOnCall): string {
  return name ?? "the person on duty";
}

const lists = new Intl.ListFormat("en-GB");

/** "Amira Hassan and Ben Carter". */
function listed(names: readonly string[]): string {
  return lists.format([...new Set(names)]);
}

/** "22:00", "Tue 24 Nov 08:00". */
export function timeInWords(at: Date, now: Date): string {
  return londonDate(at) === londonDate(now) ? formatTime(at) : `${shortDay(at)} ${formatTime(at)}`;
}

export function ring({ ring: number, name }: Pick<AuthorityFacts, "ring" | "name">): readonly Way[] {
  return number === null ? [] : [{ kind: "ring", who: `${number.label}, ${name}`, number: number.number }];
}

/** One check for each team whose people these are. */
function checks(people: readonly FirstOnCall[]): readonly Way[] {
  const teams = new Map(people.map(({ teamId, teamName }) => [teamId, teamName]));
  return [...teams].map(([teamId, teamName]) => ({ kind: "check", teamId, teamName }));
}
