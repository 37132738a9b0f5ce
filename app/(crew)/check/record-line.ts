import type { Progress } from "./use-alert-progress";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";
import { missedInWords } from "@/server/vocabulary/missed-appointment";
import { planKindWords } from "@/server/vocabulary/plan-kind";
import type { ResultCard } from "@/server/vocabulary/result-card";

type Told = Pick<Progress[number], "authorityName" | "reference" | "line" | "visit" | "missed">;

/** One paragraph for the patient record: what was asked and answered, who was told and what came of it. Pure. */
export function recordLine(card: Extract<ResultCard, { answer: "held" }>, alerts: readonly Told[]): string {
  const plans = card.entries.map(
    ({ authorityName, plans: held }) =>
      `${held.map(({ kind }) => planKindWords[kind].title.toLowerCase()).join(" and ")} held by ${authorityName}`,
  );
  const told = alerts.map(
    ({ authorityName, reference, line }) => `${authorityName} told, reference ${reference}: ${line}`,
  );
  const review = alerts[0]?.visit.review;
  const missed = alerts[0]?.missed;

  return [
    `CP-IS checked through Lantern on ${formatDateTime(card.askedAt)}: ${plans.join("; ")}.`,
    ...(missed ? [`Reported that the child ${missedInWords(missed)}.`] : []),
    ...told,
    ...(review ? [`Reviewed by ${review.clinician} at ${formatTime(review.at)}.`] : []),
  ].join(" ");
}
