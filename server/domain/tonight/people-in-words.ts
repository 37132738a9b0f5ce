import type { OnCall } from "@/server/domain/tonight/facts";
import { reachInWords, type ReachWords } from "@/server/domain/reach/reach-in-words";

/**
 * Why the first of these cannot be reached, and what they have to do: `otherwise` where no reason was found, or none may be told.
 * Pure.
 */
export function whyNot([person]: readonly OnCall[], now: Date, otherwise: string): ReachWords {
  const [reason] = person?.reach?.reasons ?? [];
  return reason === undefined ? { what: "", todo: otherwise } : reachInWords(reason, now);
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
