import type { AlertId, CareSettingId, IncidentId } from "@/server/vocabulary/ids";

/** An alert about the same child to the same authority that is not closed, and of which a look stands. */
export interface OpenAlert {
  readonly alertId: AlertId;
  readonly raisedAt: Date;
  /** Where its looks were made, and in which incidents; those that were taken back left out. */
  readonly careSettingIds: readonly CareSettingId[];
  readonly incidentIds: readonly IncidentId[];
}

export interface Look {
  readonly careSettingId: CareSettingId;
  /** A look that names none is in no incident with anything. */
  readonly incidentId: IncidentId | undefined;
  /** A colleague looked for them: the look says nothing of where the child is. */
  readonly isHandedOn?: boolean;
  readonly now: Date;
}

export type ChosenAlert =
  | { readonly kind: "new" }
  | { readonly kind: "fold"; readonly alertId: AlertId; readonly look: "viewed-again" | "new-setting" };

/** Views of one child at one setting are one alert for this long, counted from when it was raised. */
const foldHours = 24;

/**
 * Which open alert a look joins, if any, and as what. Pure. In the same incident always, and as a new setting where the
 * child has come to one, which a card that was handed on does not say; without the incident only at a setting that the alert knows, within 24 hours. What would join
 * two joins the one of the incident, and of those the newest.
 */
export function chooseAlert(open: readonly OpenAlert[], look: Look): ChosenAlert {
  const newest = open.toSorted((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime());

  const ofIncident = newest.find(({ incidentIds }) => incidentIds.some((id) => id === look.incidentId));
  if (ofIncident) {
    const isKnown = look.isHandedOn === true || ofIncident.careSettingIds.includes(look.careSettingId);
    return { kind: "fold", alertId: ofIncident.alertId, look: isKnown ? "viewed-again" : "new-setting" };
  }
  const oldest = look.now.getTime() - foldHours * 3_600_000;
  const ofSetting = newest.find(
    ({ careSettingIds, raisedAt }) =>
      careSettingIds.includes(look.careSettingId) && raisedAt.getTime() > oldest,
  );
  return ofSetting ? { kind: "fold", alertId: ofSetting.alertId, look: "viewed-again" } : { kind: "new" };
}
