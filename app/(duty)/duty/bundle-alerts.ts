import type { ListedAlert } from "@/server/domain/alert/list-alerts";
import { unidentifiedInWords } from "@/server/vocabulary/incident";

/** Alerts of one call, or a single alert. */
export interface Bundle {
  readonly key: string;
  readonly alerts: readonly ListedAlert[];
  /** What makes it more than single alerts; empty where nothing does. */
  readonly words: string;
}

/** Puts alerts of one call to one authority together, in the place of the first of them. Pure. */
export function bundleAlerts(alerts: readonly ListedAlert[]): readonly Bundle[] {
  const keyOf = ({ incidentId, authorityName, alertId }: ListedAlert) =>
    incidentId === null ? alertId : `${incidentId} ${authorityName}`;
  return [...Map.groupBy(alerts, keyOf)].map(([key, own]) => ({ key, alerts: own, words: wordsOf(own) }));
}

function wordsOf(alerts: readonly ListedAlert[]): string {
  const unidentified = alerts.find((alert) => alert.unidentified !== null)?.unidentified;
  const isMore = unidentified !== undefined && unidentified !== null && unidentified.count > 0;
  if (alerts.length === 1 && !isMore) return "";

  const known = alerts.length === 1 ? "1 child" : `${String(alerts.length)} children`;
  const more = isMore ? `, ${unidentifiedInWords(unidentified.count, unidentified.ageGuess)}` : "";
  return `One call: ${known} known to ${alerts[0]?.authorityName ?? "you"}${more}`;
}
