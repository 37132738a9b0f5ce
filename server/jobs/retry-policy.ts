import type { JobKind } from "@/server/vocabulary/job";

interface RetryPolicy {
  /** Seconds before the second try, the third, and so on; the last one stays. */
  readonly waitSeconds: readonly [number, ...number[]];
  /** Given up after so many tries; undefined means never. */
  readonly mostTries: number | undefined;
}

/**
 * What happens to a job that throws, which is our fault or the database's: a push service's refusal is an outcome, not
 * an error. The ladder never gives up. A push does when its rung has long gone on.
 */
const policies: Readonly<Record<JobKind, RetryPolicy>> = {
  "climb-alert": { waitSeconds: [1, 2, 5, 10, 30], mostTries: undefined },
  // The alerts are looked at all the same, only later.
  "hasten-climbs": { waitSeconds: [1, 2, 5, 10, 30], mostTries: 20 },
  tell: { waitSeconds: [1, 2, 5, 10, 30], mostTries: 20 },
  "chase-referral": { waitSeconds: [1, 5, 30, 60, 300], mostTries: undefined },
  // A crew that was never told of its card would wait for nothing.
  "tell-card": { waitSeconds: [1, 2, 5, 10, 30], mostTries: undefined },
  "send-notice": { waitSeconds: [1, 2, 5, 10, 30], mostTries: 10 },
  // A list waits for demographics, however long that takes.
  "take-in-feed": { waitSeconds: [1, 5, 30, 60, 300], mostTries: undefined },
  "suggest-numbers": { waitSeconds: [5, 60, 300], mostTries: 5 },
  // What a case system was not told of it would never know.
  "tell-case-systems": { waitSeconds: [1, 5, 30, 60, 300], mostTries: undefined },
  "deliver-webhook": { waitSeconds: [1, 5, 30, 60, 300], mostTries: undefined },
  // A handshake counts its tries too, and goes on for ever.
  "test-webhook": { waitSeconds: [1, 5, 30], mostTries: undefined },
  // What comes again by the clock waits for the database; the next turn joins it.
  "expire-notices": { waitSeconds: [5, 10, 30], mostTries: undefined },
  "prove-delivery": { waitSeconds: [5, 10, 30], mostTries: undefined },
  "plan-reach-checks": { waitSeconds: [5, 10, 30], mostTries: undefined },
  "count-figures": { waitSeconds: [5, 10, 30], mostTries: undefined },
  "plan-digests": { waitSeconds: [5, 60, 300], mostTries: undefined },
  "send-digest": { waitSeconds: [5, 60, 300], mostTries: 10 },
  "remove-old": { waitSeconds: [5, 60, 300], mostTries: undefined },
  // A rota that was not checked is a gap that nobody knows of.
  "check-reach": { waitSeconds: [1, 5, 30, 60, 300], mostTries: undefined },
  "recheck-reach": { waitSeconds: [1, 5, 30, 60, 300], mostTries: 20 },
};

export type AfterError = { readonly kind: "again"; readonly dueAt: Date } | { readonly kind: "give-up" };

/** Whether and when to try again after the try of this number has failed. A job that cannot be read is given up. Pure. */
export function afterError(kind: JobKind | undefined, tries: number, now: Date): AfterError {
  if (kind === undefined) return { kind: "give-up" };

  const { waitSeconds, mostTries } = policies[kind];
  if (mostTries !== undefined && tries >= mostTries) return { kind: "give-up" };
  const seconds = waitSeconds[Math.min(tries, waitSeconds.length) - 1] ?? waitSeconds[0];
  return { kind: "again", dueAt: new Date(now.getTime() + seconds * 1_000) };
}
