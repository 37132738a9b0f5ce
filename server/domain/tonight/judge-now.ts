import type { AuthorityFacts, OnCall } from "@/server/domain/tonight/facts";
import type { Finding } from "@/server/domain/tonight/finding";
import { byReach } from "@/server/domain/tonight/known-reach";
import { listed, listedBeside, whyNot } from "@/server/domain/tonight/people-in-words";
import { checks, lookAtRotaOf, ring } from "@/server/domain/tonight/ways";
import { timeInWords } from "@/server/vocabulary/span-in-words";

const kind = "unreachable-now";

/** Is somebody first on call now, and can they be reached? Pure. */
export function judgeNow(facts: AuthorityFacts, now: Date): readonly Finding[] {
  const { first } = facts;
  if (first.length === 0) return [nobodyNow(facts, now)];
  const { reachable, doubtful, unchecked, unreachable } = byReach(first, now);
  const besides = (others: readonly OnCall[]) => lostBeside(unreachable, { others, facts, now });
  if (reachable.length > 0) return [...besides(reachable), canBeReached(reachable, now)];
  if (doubtful.length > 0) return [mayNotBeReached(doubtful, facts, now), ...besides(doubtful)];
  if (unchecked.length > 0) return [nobodyHasLooked(unchecked), ...besides(unchecked)];
  return [cannotBeReached(facts, now)];
}

/** The oldest of what was found of them says how far it can be believed. */
function canBeReached(people: readonly OnCall[], now: Date): Finding {
  const checked = people.flatMap(({ reach }) => (reach === null ? [] : [reach.checkedAt.getTime()]));
  const when = timeInWords(new Date(Math.min(...checked)), now);
  const what = `${listed(people)} on call now: can be reached, checked ${when}.`;
  return { kind, level: "fine", what, todo: "", ways: [] };
}

function mayNotBeReached(people: readonly OnCall[], facts: AuthorityFacts, now: Date): Finding {
  // One with the reason: a reason of one would be read as that of all.
  const one = people.slice(0, 1);
  const { what: why, todo } = whyNot(one, now, "Ask them to look at their phone; then check again.");
  const what = `${listed(one)}, first on call now, may not be reached. ${why}`.trim();
  return { kind, level: "doubtful", what, todo, ways: [...checks(people), ...ring(facts)] };
}

function nobodyHasLooked(people: readonly OnCall[]): Finding {
  const what = `Nobody has looked lately whether ${listed(people)}, first on call now, can be reached.`;
  const todo = "Ask for a check now. Nobody’s phone rings for it.";
  return { kind, level: "doubtful", what, todo, ways: checks(people) };
}

function cannotBeReached(facts: AuthorityFacts, now: Date): Finding {
  const { first } = facts;
  const why = whyNot(first, now, "");
  const what = `${listed(first)}, first on call now, cannot be reached. ${why.what}`.trim();
  const ways = [...ring(facts), ...checks(first)];
  return { kind, level: "bad", what, todo: `${telephone} ${why.todo}`.trim(), ways };
}

const telephone = "Ring them, and have it put right; then check again.";

interface Beside {
  readonly others: readonly OnCall[];
  readonly facts: AuthorityFacts;
  readonly now: Date;
}

/** Of several who are first on call, those that the newest check says cannot be reached. */
function lostBeside(lost: readonly OnCall[], { others, facts, now }: Beside): readonly Finding[] {
  if (lost.length === 0) return [];
  const { what: why, todo } = whyNot(lost, now, "Have it put right; then check again.");
  const beside = listedBeside(others);
  return [
    {
      kind,
      level: "doubtful",
      what: `${listed(lost)}, first on call now beside ${beside}, cannot be reached. ${why}`.trim(),
      todo,
      ways: [...checks(lost), ...ring(facts)],
    },
  ];
}

function nobodyNow({ behind, teams: [team] }: AuthorityFacts, now: Date): Finding {
  const isLost = byReach(behind, now).unreachable.length === behind.length;
  const rest = isLost ? "An alert would reach nobody." : "An alert goes to the next rung at once.";
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
