/**
 * How many seconds a person has to wait before the next lookup: 0 if none. `askedAt` are their lookups of the last
 * minute. The limit is against combing through numbers; it is far above what one crew needs.
 */
export function secondsToWait(askedAt: readonly Date[], limitPerMinute: number, now: Date): number {
  const inLastMinute = askedAt
    .map((at) => at.getTime())
    .filter((at) => at > now.getTime() - 60_000)
    .sort((a, b) => b - a);
  const oldestThatCounts = inLastMinute[limitPerMinute - 1];
  if (oldestThatCounts === undefined) return 0;
  return Math.max(1, Math.ceil((oldestThatCounts + 60_000 - now.getTime()) / 1_000));
}
