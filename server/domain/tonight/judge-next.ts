import type { AuthorityFacts, OnCall } from "@/server/domain/tonight/facts";
import type { Finding, FindingLevel } from "@/server/domain/tonight/finding";
import { listed, standingOf, whyNot } from "@/server/domain/tonight/standing";
import { checks, lookAtRota, lookAtRotaOf, seeReach } from "@/server/domain/tonight/ways";
import { timeInWords } from "@/server/vocabulary/span-in-words";

const dayMilliseconds = 86_400_000;

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
  return [whoFollows(next, now, soon)];
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

function whoFollows({ at, first }: Next, now: Date, soon: FindingLevel): Finding {
  const kind = "unreachable-next";
  const standings = new Set(first.map((person) => standingOf(person, now)));
  const from = timeInWords(at, now);
  if (standings.has("reachable") || standings.has("unchecked")) {
    // Before each shift it is looked at once more.
    const reach = standings.has("reachable") ? "can be reached" : "not checked yet";
    const what = `Next: ${listed(first)} from ${from}, ${reach}.`;
    return { kind, level: "fine", what, todo: "", ways: [] };
  }
  const why = whyNot(first, now);
  const isDoubted = standings.has("doubtful");
  const certainty = isDoubted ? "may not be reached" : "cannot be reached";
  return {
    kind,
    level: isDoubted ? "doubtful" : soon,
    what: `${listed(first)}, first on call from ${from}, ${certainty}. ${why.what}`.trim(),
    todo: why.todo === "" ? "Have it put right before then." : why.todo,
    ways: [seeReach, ...checks(first)],
  };
}
