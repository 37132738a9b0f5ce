import type { Sighting } from "@/server/domain/alert/visit/record-sighting";
import { sightings } from "@/server/domain/alert/visit/record-sighting";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import { departures, type Departure } from "@/server/vocabulary/alert-outcome";
import type { LookupId } from "@/server/vocabulary/ids";

/** What a crew has said of the child since one look at the record. */
export interface VisitFacts {
  readonly sighting: Sighting | undefined;
  readonly isWithdrawn: boolean;
  /** The senior clinician, and when. */
  readonly review: { readonly clinician: string; readonly at: Date } | undefined;
  readonly departure: Departure | undefined;
  readonly isSummarySent: boolean;
  /** What was said of a birth last, in words. */
  readonly birth: string | undefined;
}

/** Derives what was said from what happened to one of the alerts of the look; all have the same. Pure. */
export function visitFacts(events: readonly AlertEvent[], lookupId: LookupId): VisitFacts {
  const own = events.filter((event) => event.lookupId === lookupId);
  const last = (kinds: readonly string[]) => own.findLast(({ kind }) => kinds.includes(kind));
  const review = last(["reviewed"]);

  return {
    sighting: sightings.find((one) => one === last(sightings)?.kind),
    isWithdrawn: last(["wrong-child"]) !== undefined,
    review: review && { clinician: review.detail ?? "", at: review.happenedAt },
    departure: departures.find((one) => one === last(["departed"])?.outcome),
    isSummarySent: last(["summary"]) !== undefined,
    birth: last(["born"])?.detail ?? undefined,
  };
}
