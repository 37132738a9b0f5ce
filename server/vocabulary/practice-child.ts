import type { LondonDate } from "@/server/vocabulary/london-time";

/** What the card of a practice child shows. */
export type PracticeCase =
  | "one-authority"
  | "two-authorities"
  | "looked-after"
  | "unborn"
  | "none-held"
  | "could-not-check"
  | "replaced";

export interface PracticeChild {
  readonly nhsNumber: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly dateOfBirth: LondonDate;
  readonly shows: PracticeCase;
  /** What whoever practises will see, for the list on the page. */
  readonly sentence: string;
}

/** The cast. Whoever reads one of these names sees that nobody is called so. */
export const practiceChildren: readonly PracticeChild[] = [
  {
    ...pretend("One", "9999900011", "2020-02-29"),
    shows: "one-authority",
    sentence: "known to one authority",
  },
  {
    ...pretend("Two", "9999900038", "2017-10-05"),
    shows: "two-authorities",
    sentence: "known to two authorities",
  },
  {
    ...pretend("Three", "9999900046", "2013-06-21"),
    shows: "looked-after",
    sentence: "looked after by an authority",
  },
  {
    ...pretend("Four", "9999900054", "1999-04-14"),
    shows: "unborn",
    sentence: "expects a child who is on a plan",
  },
  { ...pretend("Five", "9999900062", "2022-12-24"), shows: "none-held", sentence: "no plan is held" },
  {
    ...pretend("Six", "9999900070", "2015-07-19"),
    shows: "could-not-check",
    sentence: "the check fails on its way",
  },
  {
    ...pretend("Seven", "9999900089", "2018-11-30"),
    shows: "replaced",
    sentence: "known, under a number that was replaced",
  },
];

function pretend(familyName: string, nhsNumber: string, dateOfBirth: LondonDate) {
  return { nhsNumber, givenNames: "Pretend", familyName, dateOfBirth };
}

/** Who of the cast has this number. */
export function practiceChildOf(nhsNumber: string): PracticeChild | undefined {
  return practiceChildren.find((one) => one.nhsNumber === nhsNumber);
}

/** Where the drawing of the child's wristband code is. */
export function bandFileOf({ familyName }: PracticeChild): string {
  return `/practice-bands/pretend-${familyName.toLowerCase()}.svg`;
}
