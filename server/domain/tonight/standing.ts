import type { OnCall } from "@/server/domain/tonight/facts";
import { reachInWords, type ReachWords } from "@/server/domain/reach/reach-in-words";
import type { ReachLevel } from "@/server/vocabulary/reach";

/** A rota is looked at every evening: what is older was missed. */
const checkedWithinHours = 26;
const hourMilliseconds = 3_600_000;

export type Standing = ReachLevel | "unchecked";

/** Whether this person can be reached, by a check that is not too old. Pure. */
export function standingOf({ reach }: OnCall, now: Date): Standing {
  if (reach === null) return "unchecked";
  return now.getTime() - reach.checkedAt.getTime() > checkedWithinHours * hourMilliseconds
    ? "unchecked"
    : reach.level;
}

/** People by whether they can be reached. Pure. */
export function byStanding(
  people: readonly OnCall[],
  now: Date,
): Readonly<Record<Standing, readonly OnCall[]>> {
  const those = (standing: Standing) => people.filter((person) => standingOf(person, now) === standing);
  return {
    reachable: those("reachable"),
    doubtful: those("doubtful"),
    unchecked: those("unchecked"),
    unreachable: those("unreachable"),
  };
}

/** Why the first of these cannot be reached, and what they have to do; empty where nothing was found, or may be told. Pure. */
export function whyNot([person]: readonly OnCall[], now: Date): ReachWords {
  const [reason] = person?.reach?.reasons ?? [];
  return reason === undefined ? { what: "", todo: "" } : reachInWords(reason, now);
}

const lists = new Intl.ListFormat("en-GB");

/** Those beside whom somebody else stands: "Amira Hassan", "others". Pure. */
export function listedBeside(people: readonly OnCall[]): string {
  return people.some(({ name }) => name !== null) ? listed(people) : "others";
}

/** "Amira Hassan and Ben Carter"; of whoever may not be named how many they are. Pure. */
export function listed(people: readonly OnCall[]): string {
  const names = new Set(people.flatMap(({ name }) => (name === null ? [] : [name])));
  if (names.size > 0) return lists.format(names);
  const { size } = new Set(people.map(({ personId }) => personId));
  return size === 1 ? "the person on duty" : `${String(size)} people on duty`;
}
