import { momentNow, type Moment } from "@/app/_pwa/phone/moment";

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
export function showCard(lookupId: string, lifeMs: number): number {
  const left = Math.min(leftOf(lookupId) ?? lifeMs, lifeMs);
  showings.set(lookupId, { from: momentNow(), lifeMs: left });
  return left;
}

/** True of a card whose time has gone by since it was first shown here. */
export function isTimeOver(lookupId: string): boolean {
  const left = leftOf(lookupId);
  return left !== undefined && left <= 0;
}

function leftOf(lookupId: string): number | undefined {
  const showing = showings.get(lookupId);
  if (showing === undefined) return undefined;
  const now = momentNow();
  // As `useClearing` reckons: by the clock that has moved further.
  const gone = Math.max(now.wall - showing.from.wall, now.steady - showing.from.steady);
  return showing.lifeMs - gone;
}
