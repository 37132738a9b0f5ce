import type { AuthorityFacts, OnCall } from "@/server/domain/tonight/facts";
import type { Finding, FindingLevel } from "@/server/domain/tonight/finding";
import { byReach } from "@/server/domain/tonight/known-reach";
import { listed, listedBeside, whyNot } from "@/server/domain/tonight/people-in-words";
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
  const { reachable, unchecked, doubtful, unreachable } = byReach(coming.next.first, coming.now);
  const besides = (others: readonly OnCall[]) => lostBeside(unreachable, others, coming);
  if (reachable.length > 0) return [...besides(reachable), follows(reachable, "can be reached", coming)];
  // Before each shift it is looked at once more.
  if (unchecked.length > 0) return [...besides(unchecked), follows(unchecked, "not checked lately", coming)];
  if (doubtful.length > 0) {
    const level = "doubtful";
    return [lost(doubtful, { level, how: ", may not be reached" }, coming), ...besides(doubtful)];
  }
  return [lost(unreachable, { level: coming.soon, how: ", cannot be reached" }, coming)];
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
  const how = ` beside ${listedBeside(others)}, cannot be reached`;
  return [lost(people, { level: "doubtful", how }, coming)];
}

interface Lost {
  readonly level: FindingLevel;
  /** The end of the sentence, with the comma before it. */
  readonly how: string;
}

function lost(people: readonly OnCall[], { level, how }: Lost, { next, now }: Coming): Finding {
  const { what: why, todo } = whyNot(people, now, "Have it put right before then.");
  const what = `${listed(people)}, first on call from ${timeInWords(next.at, now)}${how}. ${why}`.trim();
  return { kind, level, what, todo, ways: [seeReach, ...checks(people)] };
}
