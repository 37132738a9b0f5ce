import type { CallState } from "./call-state";
import { unidentifiedInWords } from "@/server/vocabulary/incident";

type Known = Pick<CallState, "children" | "unidentified">;

/**
 * Anybody known? One line for the whole call, and the worst first: what is held, what could not be checked, and only then
 * that nothing is held. It never says of the call what is true of a part of it. Pure.
 */
export function anyoneKnown({ children, unidentified }: Known): string {
  const count = (answer: string) => children.filter((child) => child.answer === answer).length;
  const [held, unchecked, noneHeld] = [count("held"), count("could-not-check"), count("none-held")];
  const parts = [
    held > 0 && `${childrenInWords(held)} known to children’s social care`,
    unchecked > 0 && `${childrenInWords(unchecked)} could not be checked`,
    noneHeld > 0 &&
      (held + unchecked === 0
        ? `no plan is held of ${noneHeld === 1 ? "the 1 child" : `the ${String(noneHeld)} children`} checked`
        : `no plan is held of ${String(noneHeld)}`),
    unidentified !== undefined &&
      unidentified.count > 0 &&
      unidentifiedInWords(unidentified.count, unidentified.ageGuess),
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `${parts.map(upperFirst).join(". ")}.`;
}

function childrenInWords(count: number): string {
  return count === 1 ? "1 child" : `${String(count)} children`;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
