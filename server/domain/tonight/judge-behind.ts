import type { AuthorityFacts } from "@/server/domain/tonight/facts";
import type { Finding } from "@/server/domain/tonight/finding";
import { byReach } from "@/server/domain/tonight/known-reach";
import { listed, whyNot } from "@/server/domain/tonight/people-in-words";
import { checks, seeReach } from "@/server/domain/tonight/ways";

const kind = "behind";
const level = "doubtful";

/**
 * Does an alert that is not taken go on to somebody? Nothing is said where nobody is first, which says it, nor where a check has
 * not found of each that they cannot be reached, or perhaps. Pure.
 */
export function judgeBehind({ first, behind }: AuthorityFacts, now: Date): readonly Finding[] {
  if (behind.length === 0) return first.length === 0 ? [] : [nobodyBehind];
  const { reachable, unchecked, doubtful } = byReach(behind, now);
  if (reachable.length > 0 || unchecked.length > 0) return [];
  const [certainty, rest] =
    doubtful.length > 0
      ? ["may not be reached", "may go no further"]
      : ["cannot be reached", "goes no further"];
  // A reason of one would be read as that of all.
  const { what: why, todo } = whyNot(
    behind.length === 1 ? behind : [],
    now,
    "Have it put right; then check again.",
  );
  const what = `${listed(behind)} on the rungs behind ${certainty}: an alert that is not taken ${rest}. ${why}`;
  return [{ kind, level, what: what.trim(), todo, ways: [seeReach, ...checks(behind)] }];
}

const nobodyBehind: Finding = {
  kind,
  level,
  what: "Nobody else stands on the rungs behind: an alert that is not taken goes no further.",
  todo: "Put somebody on a later rung, or tell a role or another team there.",
  ways: [{ kind: "look", href: "/rota/ladder", label: "Look at the ladder" }],
};
