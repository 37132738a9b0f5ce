import type { AuthorityFacts } from "@/server/domain/tonight/facts";
import { inOrder, type Finding, type Way } from "@/server/domain/tonight/finding";
import { judgeBehind } from "@/server/domain/tonight/judge-behind";
import { judgeNext } from "@/server/domain/tonight/judge-next";
import { judgeNow } from "@/server/domain/tonight/judge-now";
import { lookAtRotaOf, ring } from "@/server/domain/tonight/ways";
import { staleAfterMilliseconds } from "@/server/domain/insight/read-condition";
import { daysBetween } from "@/server/vocabulary/london-instant";
import { londonDate } from "@/server/vocabulary/london-time";
import { spanInWords, timeInWords } from "@/server/vocabulary/span-in-words";

/** Facts of one authority's night as an ordered list of findings: what is so, what to do, and what does it. Pure. */
export function judgeAuthority(facts: AuthorityFacts, now: Date): readonly Finding[] {
  return inOrder([
    ...judgeNow(facts, now),
    ...judgeBehind(facts, now),
    ...judgeNext(facts, now),
    ...judgeGaps(facts, now),
    ...judgeAlerts(facts, now),
    ...judgeList(facts, now),
  ]).map((finding) => ({ ...finding, what: begun(finding.what) }));
}

/** A sentence that may begin with whoever it is about. */
function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const minuteMilliseconds = 60_000;
const dayMilliseconds = 86_400_000;

/** The gap that has begun, or with which the shift of now ends, is told by the findings on who is on call. */
function judgeGaps({ gaps, next, first, teams }: AuthorityFacts, now: Date): readonly Finding[] {
  const isTold = (startsAt: Date) =>
    startsAt <= now || (first.length > 0 && next?.first.length === 0 && startsAt <= next.at);
  const [soonest, ...more] = gaps.filter(({ startsAt }) => !isTold(startsAt));
  if (soonest === undefined) {
    const what = "No gap in the rota of the next 14 days.";
    // Where no team is, there is no rota that could be without gaps.
    return gaps.length > 0 || teams.length === 0
      ? []
      : [{ kind: "gaps", level: "fine", what, todo: "", ways: [] }];
  }
  const isSoon = soonest.startsAt.getTime() - now.getTime() < dayMilliseconds;
  const rest =
    more.length === 0 ? "" : ` Besides: ${counted(more.length, "more gap", "more gaps")} in 14 days.`;
  return [
    {
      kind: "gaps",
      level: isSoon ? "bad" : "doubtful",
      what: `Nobody is first on call ${spanInWords(soonest)}.${rest}`,
      todo: "Fill the gap in the rota.",
      ways: [lookAtRotaOf(soonest.teamId, soonest.startsAt)],
    },
  ];
}

const lookAtAlerts: Way = { kind: "look", href: "/duty", label: "Look at the alerts" };

function judgeAlerts(facts: AuthorityFacts, now: Date): readonly Finding[] {
  const { count, oldestAt, unreached } = facts.alerts;
  const ways = [...ring(facts), lookAtAlerts];
  const findings: Finding[] = [];
  if (unreached > 0) {
    const what = `${counted(unreached, "alert has", "alerts have")} reached nobody: the whole ladder was tried.`;
    const todo = "Ring the duty team, and have it taken.";
    findings.push({ kind: "unreached", level: "bad", what, todo, ways });
  }
  if (count === 0 || oldestAt === null) {
    findings.push({
      kind: "waiting",
      level: "fine",
      what: "No alert waits to be taken.",
      todo: "",
      ways: [],
    });
    return findings;
  }
  const minutes = Math.max(0, Math.floor((now.getTime() - oldestAt.getTime()) / minuteMilliseconds));
  const since = `${counted(count, "alert waits", "alerts wait")} to be taken, the oldest since ${timeInWords(oldestAt, now)}`;
  if (now.getTime() - oldestAt.getTime() <= facts.rungMinutes * minuteMilliseconds) {
    // Beside an alert that reached nobody, none is well.
    if (unreached > 0) return findings;
    return [{ kind: "waiting", level: "fine", what: `${since}: in time.`, todo: "", ways: [] }];
  }
  const what = `${since}: ${counted(minutes, "minute", "minutes")}, where ${String(facts.rungMinutes)} are meant.`;
  const todo = "Ring whoever is on call, and have it taken.";
  findings.push({ kind: "waiting", level: "bad", what, todo, ways });
  return findings;
}

function judgeList({ list }: AuthorityFacts, now: Date): readonly Finding[] {
  const { lastReceivedAt, lastSequence, skipped } = list;
  const ways: readonly Way[] = [{ kind: "look", href: "/feeds", label: "Look at the lists" }];
  if (lastReceivedAt === null) {
    const what = "No list of plans was ever loaded: no child of the authority would be found.";
    return [{ kind: "list", level: "bad", what, todo: "Have the data officer send a list.", ways }];
  }
  const age = now.getTime() - lastReceivedAt.getTime();
  const isStale = age > staleAfterMilliseconds;
  const what = `List number ${String(lastSequence)} was received ${timeInWords(lastReceivedAt, now)}`;
  const days = daysBetween(londonDate(lastReceivedAt), londonDate(now));
  const findings: Finding[] = [
    isStale
      ? {
          kind: "list",
          level: "bad",
          what: `${what}, ${counted(days, "day", "days")} ago. Plans that began since are not known.`,
          todo: "Have the data officer send today’s list.",
          ways,
        }
      : { kind: "list", level: "fine", what: `${what}.`, todo: "", ways: [] },
  ];
  if (skipped > 0) {
    const numbers = counted(skipped, "number was", "numbers were");
    const lost = `${numbers} skipped before list ${String(lastSequence)}: a list may have been lost on its way.`;
    const todo = "Ask the data officer whether one is missing.";
    findings.push({ kind: "list-skipped", level: "doubtful", what: lost, todo, ways });
  }
  return findings;
}

function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
