export const planKinds = ["child-protection", "looked-after", "unborn"] as const;

/** The three kinds of plan that the national service knows. */
export type PlanKind = (typeof planKinds)[number];

interface PlanKindWords {
  /** The code of the feed file, design of the feed, as the national upload names them. */
  readonly feedCode: "CPP" | "LAC" | "UCPP";
  /** SNOMED CT, value set England-ChildProtectionPlan 1.0.0. */
  readonly snomedCode: string;
  readonly title: string;
  /** What it means, for a tired person who does not work in social care. */
  readonly meaning: string;
}

export const planKindWords = {
  "child-protection": {
    feedCode: "CPP",
    snomedCode: "342191000000101",
    title: "Child protection plan",
    meaning: "Social workers have agreed that this child is at risk of significant harm.",
  },
  "looked-after": {
    feedCode: "LAC",
    snomedCode: "764841000000100",
    title: "Looked-after child",
    meaning: "The local authority looks after this child.",
  },
  unborn: {
    feedCode: "UCPP",
    snomedCode: "818901000000100",
    title: "Unborn child on a child protection plan",
    meaning: "The child this person is expecting is on a child protection plan.",
  },
} as const satisfies Record<PlanKind, PlanKindWords>;
