/** Seconds before the second try, the third, and so on; the last one stays. */
const waitSeconds = [2, 5, 10, 20, 40, 60] as const;
const longestWaitSeconds = 60;

export interface FailedTry {
  /** How often it was tried, this time included. */
  readonly tries: number;
  /** What the push service asked for, if it did. */
  readonly retryAfterSeconds: number | undefined;
  /** From then on the next person is told, and trying on would be too late. */
  readonly deadline: Date;
}

/**
 * When to try a push again that a busy or silent push service did not take: later each time, never sooner than the
 * service asks. Undefined when that would be past the deadline. Pure.
 */
export function nextTryAt({ tries, retryAfterSeconds, deadline }: FailedTry, now: Date): Date | undefined {
  const own = waitSeconds[tries - 1] ?? longestWaitSeconds;
  const at = new Date(now.getTime() + Math.max(own, retryAfterSeconds ?? 0) * 1_000);
  return at < deadline ? at : undefined;
}
