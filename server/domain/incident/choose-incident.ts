import type { AskedIncident, Incident } from "@/server/vocabulary/asked-incident";
import { incidentHours } from "@/server/vocabulary/incident";
import type { IncidentId } from "@/server/vocabulary/ids";

/** What there is already, of the person's own organisation. */
export interface KnownIncidents {
  /** The one that was asked for. */
  readonly asked: Incident | null;
  /** The newest with the call-out number that was typed. */
  readonly ofNumber: Incident | null;
}

export type ChosenIncident = Incident & {
  /** It is not there yet. */
  readonly isNew: boolean;
};

interface Asking {
  readonly asked: AskedIncident;
  readonly now: Date;
  /** For one that has to begin though another was asked for. */
  readonly freshId: IncidentId;
}

/**
 * To which incident a question belongs. Pure. Colleagues of one organisation who type the same call-out number are in
 * one. An incident of more than 12 hours ago is over: a question never fails for that, it begins another.
 */
export function chooseIncident(known: KnownIncidents, { asked, now, freshId }: Asking): ChosenIncident {
  const oldest = now.getTime() - incidentHours * 3_600_000;
  const open = [known.ofNumber, known.asked].find((one) => one !== null && one.openedAt.getTime() > oldest);
  if (open) return { ...open, isNew: false };

  const incidentId = known.asked === null ? asked.incidentId : freshId;
  return { incidentId, openedAt: now, callNumber: asked.callNumber ?? null, isNew: true };
}
