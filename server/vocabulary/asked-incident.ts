import { z } from "zod";
import { isCallNumber, noCallNumber, tidyCallNumber } from "@/server/vocabulary/incident";
import { IncidentId } from "@/server/vocabulary/ids";

/** As the control room gives it out. */
export const CallNumber = z.string().transform(tidyCallNumber).refine(isCallNumber, noCallNumber);

/** To which call-out something belongs, as the phone says it. */
export const AskedIncident = z.object({ incidentId: IncidentId, callNumber: CallNumber.optional() });
export type AskedIncident = z.infer<typeof AskedIncident>;

/** The call-out to which something does belong: not always the one that was asked for. */
export const Incident = z.object({
  incidentId: IncidentId,
  openedAt: z.date(),
  callNumber: z.string().nullable(),
});
export type Incident = Readonly<z.infer<typeof Incident>>;
