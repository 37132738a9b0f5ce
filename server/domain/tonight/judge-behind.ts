import type { AuthorityFacts } from "@/server/domain/tonight/facts";
import type { Finding } from "@/server/domain/tonight/finding";
import { listed, standingOf, whyNot } from "@/server/domain/tonight/standing";
import { checks, seeReach } from "@/server/domain/tonight/ways";

/**
 * Does an alert that is not taken go on to somebody? Nothing is said where nobody is first, which says it, nor where a check has
 * not found of each that they cannot be reached, or perhaps. Pure.
 */
export function judgeBehind({ first, behind }: AuthorityFacts, now: Date): readonly Finding[] {
  const rest = "an alert that is not taken goes no further.";
  if (behind.length === 0) {
    if (first.length === 0) return [];
    const what = `Nobody stands on the rungs behind: ${rest}`;
    const todo = "Put somebody on a later rung, or tell a role or another team there.";
    const ways = [{ kind: "look", href: "/rota/ladder", label: "Look at the ladder" } as const];
    return [{ kind: "behind", level: "doubtful", what, todo, ways }];
  }
  const standings = new Set(behind.map((person) => standingOf(person, now)));
  if (standings.has("reachable") || standings.has("unchecked")) return [];
  const why = whyNot(behind, now);
  const certainty = standings.has("doubtful") ? "may not be reached" : "cannot be reached";
  return [
    {
      kind: "behind",
      level: "doubtful",
      what: `${listed(behind)} on the rungs behind ${certainty}: ${rest} ${why.what}`.trim(),
      todo: why.todo === "" ? "Have it put right; then check again." : why.todo,
      ways: [seeReach, ...checks(behind)],
    },
  ];
}
