import type { OnCall } from "@/server/domain/tonight/facts";
import type { ReachLevel } from "@/server/vocabulary/reach";

/** A rota is looked at every evening: what is older was missed. */
const checkedWithinHours = 26;
const hourMilliseconds = 3_600_000;

/** Whether somebody can be reached, as far as anybody has looked. */
export type KnownReach = ReachLevel | "unchecked";

/** By a check that is not too old. Pure. */
export function knownReachOf({ reach }: OnCall, now: Date): KnownReach {
  if (reach === null) return "unchecked";
  return now.getTime() - reach.checkedAt.getTime() > checkedWithinHours * hourMilliseconds
    ? "unchecked"
    : reach.level;
}

/** People by whether they can be reached. Pure. */
export function byReach(
  people: readonly OnCall[],
  now: Date,
): Readonly<Record<KnownReach, readonly OnCall[]>> {
  const those = (known: KnownReach) => people.filter((person) => knownReachOf(person, now) === known);
  return {
    reachable: those("reachable"),
    doubtful: those("doubtful"),
    unchecked: those("unchecked"),
    unreachable: those("unreachable"),
  };
}
