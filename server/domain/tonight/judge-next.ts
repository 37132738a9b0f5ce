import type { AuthorityFacts, OnCall } from "@/server/domain/tonight/facts";
import type { Finding, FindingLevel } from "@/server/domain/tonight/finding";
import { byStanding, listed, listedBeside, whyNot } from "@/server/domain/tonight/standing";
import { checks, lookAtRota, lookAtRotaOf, seeReach } from "@/server/domain/tonight/ways";
import { timeInWords } from "@/server/vocabulary/span-in-words";

const dayMilliseconds = 86_400_000;
const kind = "unreachable-next";

interface Next {
  readonly at: Date;
  readonly first: readonly OnCall[];
}

/** Does somebody follow, and can they be reached? Of this night and day it has to be put right. Pure. */
export function judgeNext(facts: AuthorityFacts, now: Date): readonly Finding[] {
  const { next, first } = facts;
  if (next === null) return [];
  const soon = next.at.getTime() - now.getTime() < dayMilliseconds ? "bad" : "doubtful";
  if (next.first.length === 0) return first.length === 0 ? [] : [nobodyNext(facts, { next, now, soon })];
  return whoFollows({ next, now, soon });
}

interface Coming {
  readonly next: Next;
  readonly now: Date;
  readonly soon: FindingLevel;
}

function nobodyNext({ gaps }: AuthorityFacts, { next, now, soon }: Coming): Finding {
  const what = `Nobody is first on call after whoever is now, from ${timeInWords(next.at, now)} on.`;
  const todo = "Put somebody on the rota from then on.";
  const gap = gaps.find(({ endsAt }) => endsAt > next.at);
  const ways = [gap ? lookAtRotaOf(gap.teamId, next.at) : lookAtRota];
  return { kind: "nobody-next", level: soon, what, todo, ways };
}

function whoFollows(coming: Coming): readonly Finding[] {
  const { reachable, unchecked, doubtful, unreachable } = byStanding(coming.next.first, coming.now);
  if (reachable.length > 0)
    return [...lostBeside(unreachable, reachable, coming), follows(reachable, "can be reached", coming)];
  // Before each shift it is looked at once more.
  if (unchecked.length > 0)
    return [...lostBeside(unreachable, unchecked, coming), follows(unchecked, "not checked lately", coming)];
  if (doubtful.length > 0)
    return [
      lost(doubtful, ", may not be reached", { ...coming, soon: "doubtful" }),
      ...lostBeside(unreachable, doubtful, coming),
    ];
  return [lost(unreachable, ", cannot be reached", coming)];
}

function follows(people: readonly OnCall[], certainty: string, { next, now }: Coming): Finding {
  const what = `Next: ${listed(people)} from ${timeInWords(next.at, now)}, ${certainty}.`;
  return { kind, level: "fine", what, todo: "", ways: [] };
}

/** Of several who follow, those that the newest check says cannot be reached. */
function lostBeside(
  people: readonly OnCall[],
  others: readonly OnCall[],
  coming: Coming,
): readonly Finding[] {
  if (people.length === 0) return [];
  const certainty = ` beside ${listedBeside(others)}, cannot be reached`;
  return [lost(people, certainty, { ...coming, soon: "doubtful" })];
}

function lost(people: readonly OnCall[], certainty: string, { next, now, soon }: Coming): Finding {
  const why = whyNot(people, now);
  const from = timeInWords(next.at, now);
  return {
    kind,
    level: soon,
    what: `${listed(people)}, first on call from ${from}${certainty}. ${why.what}`.trim(),
    todo: why.todo === "" ? "Have it put right before then." : why.todo,
    ways: [seeReach, ...checks(people)],
  };
}
