/** What the rules are asked about; all of it is on record already. */
export interface LookToWeigh {
  readonly mode: "unscheduled" | "scheduled";
  readonly isOnCall: boolean;
  /** Asked through another system, which knows nothing of our call-outs. */
  readonly isBySystem: boolean;
  /** Looks of the same person in the hour that ends with this one, this one included. */
  readonly inTheHour: number;
  /** On how many London days of the 28 up to it the same person looked at this number. */
  readonly daysAtTheNumber: number;
  /** The looker's last name, or a part of it, is the family name, or a part of it, of somebody in the register with this number. */
  readonly isOwnName: boolean;
}

const manyInAnHour = 12;
const manyDays = 3;

interface UnusualRule {
  readonly name: string;
  /** Why a look is on the list, as it stands there. */
  readonly words: string;
  readonly isMet: (look: LookToWeigh) => boolean;
}

/**
 * Why a look is on the privacy officer's list: every rule, each yes or no. Nothing else puts it there but chance, and
 * nothing is weighed against anything. There are no rules about addresses, patients who are staff, or shifts of crews:
 * no such facts are kept.
 */
export const unusualRules: readonly UnusualRule[] = [
  {
    name: "own-name",
    words:
      "The child is in the register, and shares a family name or a part of one with the person who looked.",
    isMet: ({ isOwnName }) => isOwnName,
  },
  {
    name: "many-in-an-hour",
    words: `${String(manyInAnHour)} or more looks by one person within an hour.`,
    isMet: ({ inTheHour }) => inTheHour >= manyInAnHour,
  },
  {
    name: "repeated",
    words: `The same person looked at this child on ${String(manyDays)} or more days of 28.`,
    isMet: ({ daysAtTheNumber }) => daysAtTheNumber >= manyDays,
  },
  {
    name: "no-call",
    words: "Unscheduled care without a call-out.",
    isMet: ({ mode, isOnCall, isBySystem }) => mode === "unscheduled" && !isOnCall && !isBySystem,
  },
];

export const atRandom = "at-random";

/** A reason in words; one that this version does not know as it stands. */
export function reasonOfList(name: string): string {
  if (name === atRandom) return "Picked at random.";
  return unusualRules.find((rule) => rule.name === name)?.words ?? name;
}
