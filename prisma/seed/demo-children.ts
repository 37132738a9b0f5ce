/** What is in the register about a person, and hence which card a lookup shows. */
export type Case =
  | "child-protection"
  | "looked-after"
  | "unborn"
  | "born"
  | "two-authorities"
  | "two-plans"
  | "ended-lately"
  | "ended-long-ago"
  | "deleted"
  | "superseded"
  | "stranger";

export interface DemoChild {
  readonly nhsNumber: string;
  readonly case: Case;
  readonly sentence: string;
}

/** People of the demo whose numbers are easy to type, one for every card; all of Leeds but for the stranger. */
export const demoChildren: readonly DemoChild[] = [
  {
    nhsNumber: "9990000018",
    case: "child-protection",
    sentence: "A child on a child protection plan (Leeds).",
  },
  { nhsNumber: "9990000026", case: "looked-after", sentence: "A looked-after child (Leeds)." },
  {
    nhsNumber: "9990000034",
    case: "unborn",
    sentence: "A pregnant woman whose unborn child is on a protection plan (Leeds).",
  },
  {
    nhsNumber: "9990000042",
    case: "two-authorities",
    sentence: "A child known to two authorities (Leeds and Bradford).",
  },
  {
    nhsNumber: "9990000050",
    case: "two-plans",
    sentence: "A looked-after child on a child protection plan too (Leeds).",
  },
  {
    nhsNumber: "9990000069",
    case: "ended-lately",
    sentence: "A child whose plan ended 3 months ago: shown as ended.",
  },
  {
    nhsNumber: "9990000077",
    case: "ended-long-ago",
    sentence: "A child whose plan ended 13 months ago: none held.",
  },
  {
    nhsNumber: "9990000085",
    case: "deleted",
    sentence: "A child whose plan was entered in error: none held.",
  },
  {
    nhsNumber: "9990000093",
    case: "superseded",
    sentence: "A child on a plan under an old number; 999 000 0107 has replaced it and finds the same.",
  },
  {
    nhsNumber: "9990000115",
    case: "born",
    sentence: "A mother whose child was born on a plan, and whose own number is awaited (Leeds).",
  },
  { nhsNumber: "9990548609", case: "stranger", sentence: "A child of whom nothing is held." },
];

/** The number that has replaced the old one of the list above. */
export const replacingDemoNumber = "9990000107";
