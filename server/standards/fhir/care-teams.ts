import type { Bundle, CareTeam, ContactPoint } from "fhir/r4";
import { searchset, type Place } from "@/server/standards/fhir/bundle";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";
import { remarksOn } from "@/server/standards/fhir/remarks";
import { uuidOfParts } from "@/server/standards/uuid-of";
import { planKindWords } from "@/server/vocabulary/plan-kind";
import type { RegisterEntry, ResultCard } from "@/server/vocabulary/result-card";

type Plan = RegisterEntry["plans"][number];

/** The card as the national interface answers: one care team for each plan that an authority holds. Pure. */
export function careTeamBundle(card: ResultCard, place: Place): Bundle {
  const entries = card.answer === "held" ? card.entries : [];
  const matches = entries.flatMap((entry) =>
    entry.plans.map((plan, index) => careTeam({ card, entry, plan, index }, place)),
  );
  return searchset("CareTeam", place, { matches, remarks: remarksOn(card) });
}

interface HeldPlan {
  readonly card: ResultCard;
  readonly entry: RegisterEntry;
  readonly plan: Plan;
  readonly index: number;
}

function careTeam({ card, entry, plan, index }: HeldPlan, { nhsNumber }: Place): CareTeam {
  const { snomedCode, snomedDisplay } = planKindWords[plan.kind];
  const note = noteOn(plan);
  return {
    resourceType: "CareTeam",
    // The same for the same answer.
    id: uuidOfParts(card.lookupId, entry.authorityId, String(index)),
    category: [{ coding: [{ system: "http://snomed.info/sct", code: snomedCode, display: snomedDisplay }] }],
    name: entry.authorityName,
    subject: {
      identifier: { system: nhsNumberSystem, value: nhsNumber },
      display: `${entry.givenNames} ${entry.familyName.toLocaleUpperCase("en-GB")}`,
    },
    period: { start: plan.startOn, ...(plan.endOn !== null && { end: plan.endOn }) },
    telecom: telecomOf(entry),
    ...(note !== undefined && { note: [{ text: note }] }),
  };
}

/** The office's number is `work`, the emergency duty team's `mobile`; rank 1 is the one that is answered now. */
function telecomOf({ numbers: { first, other }, isOfficeOpen }: RegisterEntry): ContactPoint[] {
  const [office, emergency] = isOfficeOpen ? [first, other] : [other, first];
  return [
    { system: "phone", value: office.number, use: "work", rank: isOfficeOpen ? 1 : 2 },
    { system: "phone", value: emergency.number, use: "mobile", rank: isOfficeOpen ? 2 : 1 },
  ];
}

const stateWords: Readonly<Record<Plan["state"], string>> = {
  "in-force": "In force.",
  ended: "Ended.",
  "past-due": "The due date has passed; it is not known whether the child was born.",
  born: "The child has been born.",
};

/** What the national resource has no place for. */
function noteOn({ kind, state, dueOn }: Plan): string | undefined {
  const words = [
    ...(kind === "unborn" ? [planKindWords[kind].meaning] : []),
    ...(dueOn === null ? [] : [`Due on ${dueOn}.`]),
    ...(state === "in-force" ? [] : [stateWords[state]]),
  ];
  return words.length === 0 ? undefined : words.join(" ");
}
