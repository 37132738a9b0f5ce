import type { Entry } from "@/server/domain/chronology/chronology";
import type { AlertFact, Facts, LookFact } from "@/server/domain/chronology/facts";
import { lookStep } from "@/server/domain/chronology/look-step";
import { standingOf, type OfAlert } from "@/server/domain/chronology/standing";
import { stepsOfAlert } from "@/server/domain/chronology/steps-of-alert";

const cautions = {
  arrival: "Registered as arrived by the place’s own system.",
  look: "A look at the record, not proof of attendance.",
  report: "A missed appointment, as the clinic reported it. It does not say why.",
} as const;

/**
 * The chronology of one child, oldest first: an entry for each alert with everything that was said and done around it,
 * and one for each attendance about which this authority was not alerted. Pure. Nothing is left out: what was taken
 * back is marked as retracted, and how an alert found somebody is folded into one sentence.
 */
export function entriesOf(facts: Facts): readonly Entry[] {
  const told = groupedByAlert(facts);
  const ofAlerts = facts.alerts.map((alert) => alertEntry(alert, told(alert)));
  const alone = facts.looks.filter(({ alertId }) => alertId === null).map(attendanceEntry);
  return [...ofAlerts, ...alone]
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.key.localeCompare(other.key))
    .map((entry, index) => ({ ...entry, number: index + 1 }));
}

type Unnumbered = Omit<Entry, "number">;

/** Grouped once, so that many entries do not mean that each searches through all facts. */
function groupedByAlert({ looks, events, messages, referrals }: Facts): (alert: AlertFact) => OfAlert {
  const of = <Fact extends { readonly alertId: string | null }>(all: readonly Fact[]) =>
    Map.groupBy(all, ({ alertId }) => alertId);
  const [looksOf, eventsOf, messagesOf, referralsOf] = [of(looks), of(events), of(messages), of(referrals)];
  return ({ alertId }) => ({
    looks: looksOf.get(alertId) ?? [],
    events: eventsOf.get(alertId) ?? [],
    messages: messagesOf.get(alertId) ?? [],
    referrals: referralsOf.get(alertId) ?? [],
  });
}

function attendanceEntry(look: LookFact): Unnumbered {
  return {
    key: look.lookupId,
    reference: null,
    at: look.at,
    place: placeOf(look),
    caution: cautionOf([look]),
    isRetracted: false,
    retraction: "",
    isPositive: false,
    conclusion: "Your authority was not alerted about this one.",
    steps: [lookStep(look)],
  };
}

function alertEntry(alert: AlertFact, told: OfAlert): Unnumbered {
  const standing = standingOf(told);
  const [first] = told.looks;
  return {
    key: alert.alertId,
    reference: alert.reference,
    at: first?.at ?? alert.raisedAt,
    place: first === undefined ? "Unscheduled care" : placeOf(first),
    caution: cautionOf(told.looks),
    isRetracted: standing.isRetracted,
    retraction: standing.retraction,
    isPositive: standing.isPositive,
    conclusion: standing.conclusion,
    steps: stepsOfAlert(alert, told, standing),
  };
}

/** Of all that is told of one occasion: an arrival that was registered later counts as well. */
function cautionOf(looks: readonly LookFact[]): string {
  if (looks[0]?.missed) return cautions.report;
  return looks.some(({ arrivedAt }) => arrivedAt !== null) ? cautions.arrival : cautions.look;
}

function placeOf({ careSettingName, organisationName }: LookFact): string {
  return `${careSettingName}, ${organisationName}`;
}
