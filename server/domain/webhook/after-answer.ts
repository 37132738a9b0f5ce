import type { WebhookAnswer, WebhookState } from "@/server/vocabulary/webhook";

/** Seconds before the second try, the third, and so on; the last one stays. */
const waitSeconds = [5, 30, 120, 600, 1_800, 3_600] as const;
const longestWaitSeconds = 3_600;
/** So many failures in a row, and somebody should look. */
const failuresToError = 3;

export interface Standing {
  readonly state: WebhookState;
  /** How many tries in a row have failed. */
  readonly failures: number;
}

export interface NewStanding extends Standing {
  /** When to try the same again; undefined where there is nothing to be tried. */
  readonly retryAt: Date | undefined;
}

/**
 * How an address stands after an answer. What failed is tried again for ever, later each time and never sooner than the
 * system asks, an hour apart at the most. One success makes it active again. What is off stays off. Pure.
 */
export function afterAnswer({ state, failures }: Standing, answer: WebhookAnswer, now: Date): NewStanding {
  if (state === "off" || answer.kind === "gone") return { state: "off", failures, retryAt: undefined };
  if (answer.kind === "taken") return { state: "active", failures: 0, retryAt: undefined };

  const own = waitSeconds[failures] ?? longestWaitSeconds;
  const seconds = Math.min(Math.max(own, answer.retryAfterSeconds ?? 0), longestWaitSeconds);
  const isError = state === "active" && failures + 1 >= failuresToError;
  return {
    state: isError ? "error" : state,
    failures: failures + 1,
    retryAt: new Date(now.getTime() + seconds * 1_000),
  };
}
