export const alertOutcomes = [
  "sought-help-promptly",
  "no-concern",
  "action-taken",
  "wrong-child",
  "could-not-reach",
] as const;

/** How an alert is closed, in the words of whoever closes it. */
export type AlertOutcome = (typeof alertOutcomes)[number];

export const alertOutcomeWords = {
  "sought-help-promptly": "Help was sought promptly",
  "no-concern": "No concern",
  "action-taken": "Concern, and action taken",
  "wrong-child": "Wrong child",
  "could-not-reach": "Could not reach whoever asked",
} as const satisfies Record<AlertOutcome, string>;

/** What each outcome means, for somebody who chooses between them at night. */
export const alertOutcomeHints = {
  "sought-help-promptly": "Kept as positive evidence in the child's chronology.",
  "no-concern": "You spoke to the crew, and nothing more is needed.",
  "action-taken": "Write in a line what you did.",
  "wrong-child": "The crew asked about somebody else by mistake.",
  "could-not-reach": "You tried, and nobody at the scene answered.",
} as const satisfies Record<AlertOutcome, string>;

/** The same where a child was not brought to an appointment. */
export const missedOutcomeHints = {
  ...alertOutcomeHints,
  "no-concern": "You spoke to the clinic or the family, and nothing more is needed.",
  "wrong-child": "The clinic reported another child by mistake.",
  "could-not-reach": "You tried, and neither clinic nor family answered.",
} as const satisfies Record<AlertOutcome, string>;

export const departures = ["conveyed", "left-at-home", "discharged"] as const;

/** Where the child went when the visit ended. */
export type Departure = (typeof departures)[number];

export const departureWords = {
  conveyed: "Taken to hospital",
  "left-at-home": "Left at home",
  discharged: "Discharged",
} as const satisfies Record<Departure, string>;
