import type { AuthorityFacts, OnCall } from "@/server/domain/tonight/facts";
import type { Finding } from "@/server/domain/tonight/finding";
import { listed, standingOf, whyNot } from "@/server/domain/tonight/standing";
import { checks, lookAtRotaOf, ring } from "@/server/domain/tonight/ways";
import { timeInWords } from "@/server/vocabulary/span-in-words";

/** Is somebody first on call now, and can they be reached? Pure. */
export function judgeNow(facts: AuthorityFacts, now: Date): readonly Finding[] {
  const { first } = facts;
  if (first.length === 0) return [nobodyNow(facts, now)];
  const reached = first.filter((person) => standingOf(person, now) === "reachable");
  if (reached.length === 0) return [noneReached(facts, now)];
  return [...besides(facts, reached, now), canBeReached(reached, now)];
}

/** The oldest of what was found of them says how far it can be believed. */
function canBeReached(reached: readonly OnCall[], now: Date): Finding {
  const checked = reached.flatMap(({ reach }) => (reach === null ? [] : [reach.checkedAt.getTime()]));
  const when = timeInWords(new Date(Math.min(...checked)), now);
  const what = `${listed(reached)} on call now: can be reached, checked ${when}.`;
  return { kind: "unreachable-now", level: "fine", what, todo: "", ways: [] };
}

/** Of several who are first on call, those that the newest check says cannot be reached. */
function besides(facts: AuthorityFacts, reached: readonly OnCall[], now: Date): readonly Finding[] {
  const lost = facts.first.filter((person) => standingOf(person, now) === "unreachable");
  if (lost.length === 0) return [];
  const others = reached.some(({ name }) => name !== null) ? listed(reached) : "others";
  const why = whyNot(lost, now);
  const what = `${listed(lost)}, first on call now beside ${others}, cannot be reached. ${why.what}`.trim();
  return [
    {
      kind: "unreachable-now",
      level: "doubtful",
      what,
      todo: why.todo === "" ? "Have it put right; then check again." : why.todo,
      ways: [...checks(lost), ...ring(facts)],
    },
  ];
}

function noneReached(facts: AuthorityFacts, now: Date): Finding {
  const { first } = facts;
  const kind = "unreachable-now";
  const ways = [...ring(facts), ...checks(first)];
  const doubted = first.filter((person) => standingOf(person, now) === "doubtful").slice(0, 1);
  if (doubted.length > 0) {
    const why = whyNot(doubted, now);
    const what = `${listed(doubted)}, first on call now, may not be reached. ${why.what}`.trim();
    const todo = why.todo === "" ? "Ask them to look at their phone; then check again." : why.todo;
    return { kind, level: "doubtful", what, todo, ways: ways.toReversed() };
  }
  if (first.some((person) => standingOf(person, now) === "unchecked")) {
    const what = `Nobody has looked lately whether ${listed(first)}, first on call now, can be reached.`;
    const todo = "Ask for a check now. Nobody’s phone rings for it.";
    return { kind, level: "doubtful", what, todo, ways: checks(first) };
  }
  const why = whyNot(first, now);
  const what = `${listed(first)}, first on call now, cannot be reached. ${why.what}`.trim();
  return { kind, level: "bad", what, todo: `${telephone} ${why.todo}`.trim(), ways };
}

const telephone = "Ring them, and have it put right; then check again.";

function nobodyNow({ behind, teams: [team] }: AuthorityFacts, now: Date): Finding {
  const rest =
    behind.length === 0 ? "An alert would reach nobody." : "An alert waits until the next rung is told.";
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
