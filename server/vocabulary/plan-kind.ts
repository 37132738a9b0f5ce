export const planKinds = ["child-protection", "looked-after", "unborn"] as const;

/** The three kinds of plan that the national service knows. */
export type PlanKind = (typeof planKinds)[number];

interface PlanKindWords {
  /** The code of the feed file, design of the feed, as the national upload names them. */
  readonly feedCode: "CPP" | "LAC" | "UCPP";
  /** SNOMED CT, value set England-ChildProtectionPlan 1.0.0. */
  readonly snomedCode: string;
  readonly snomedDisplay: string;
  readonly title: string;
  /** What it means, for a tired person who does not work in social care. */
  readonly meaning: string;
}

export const planKindWords = {
  "child-protection": {
    feedCode: "CPP",
    snomedCode: "342191000000101",
    snomedDisplay: "Subject to child protection plan",
    title: "Child protection plan",
    meaning: "Social workers have agreed that this child is at risk of significant harm.",
  },
  "looked-after": {
    feedCode: "LAC",
    snomedCode: "764841000000100",
    snomedDisplay: "Looked after child",
    title: "Looked-after child",
    meaning: "The local authority looks after this child.",
  },
  unborn: {
    feedCode: "UCPP",
    snomedCode: "818901000000100",
    snomedDisplay: "Unborn child subject to child protection plan",
    title: "Unborn child on a child protection plan",
    meaning: "The plan is for the unborn child of this patient, not for the patient.",
  },
} as const satisfies Record<PlanKind, PlanKindWords>;

interface PlanOfPerson {
  readonly kind: PlanKind;
  readonly endOn: string | null;
}

/** Whom the plans under a person's number concern, those in force if there are any: the person, her unborn child, or both. */
export function concernOf(plans: readonly PlanOfPerson[]): "person" | "unborn" | "both" {
  const inForce = plans.filter(({ endOn }) => endOn === null);
  const counted = inForce.length > 0 ? inForce : plans;
  const unborn = counted.filter(({ kind }) => kind === "unborn").length;
  if (unborn === 0) return "person";
  return unborn === counted.length ? "unborn" : "both";
}
