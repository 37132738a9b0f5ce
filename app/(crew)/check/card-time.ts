import { momentNow, type Moment } from "@/app/_pwa/phone/moment";
import type { ResultCard } from "@/server/vocabulary/result-card";

type Timed = Pick<ResultCard, "lookupId" | "clearsInMs">;

interface Showing {
  readonly from: Moment;
  readonly lifeMs: number;
}

/** When each card was first shown, and for how long it may be: ids and times, and nothing about any child. */
const showings = new Map<string, Showing>();

/**
 * How long a card may still be shown, which is on the screen now. Its time runs from its first showing, on the screen or
 * not: opened again it gets no more, though the service may shorten it.
 */
export function showCard({ lookupId, clearsInMs }: Timed): number {
  const left = lifeLeft({ lookupId, clearsInMs });
  showings.set(lookupId, { from: momentNow(), lifeMs: left });
  return left;
}

/** How much longer a card may be shown that came some time ago, and was shown since or not; none is left at 0 or less. */
export function lifeLeft({ lookupId, clearsInMs }: Timed): number {
  return Math.min(leftOf(lookupId) ?? clearsInMs, clearsInMs);
}

function leftOf(lookupId: string): number | undefined {
  const showing = showings.get(lookupId);
  if (showing === undefined) return undefined;
  const now = momentNow();
  // As `useClearing` reckons: by the clock that has moved further.
  const gone = Math.max(now.wall - showing.from.wall, now.steady - showing.from.steady);
  return showing.lifeMs - gone;
}
