import { z } from "zod";
import { AlertId, FeedId, NoticeId } from "@/server/vocabulary/ids";

/** Work still to do, by kind. A job is safe to run twice and carries identifiers only. */
export const Job = z.discriminatedUnion("kind", [
  /** Look at the alert's events and take the next step of its ladder. */
  z.object({ kind: z.literal("climb-alert"), alertId: AlertId }),
  /** Send one push to one device and record what the push service said. */
  z.object({ kind: z.literal("send-push"), noticeId: NoticeId }),
  /** Read, trace, compare and, where nobody has to confirm it, apply what an authority sent. */
  z.object({ kind: z.literal("take-in-feed"), feedId: FeedId }),
  /** Look for the numbers that were meant where a list's fail their check. */
  z.object({ kind: z.literal("suggest-numbers"), feedId: FeedId }),
  /** Push to the service's own device, to prove that pushes arrive. */
  z.object({ kind: z.literal("prove-delivery") }),
]);
export type Job = z.infer<typeof Job>;
export type JobKind = Job["kind"];

/**
 * Jobs of one lane are taken up apart from those of the others: a night's lists never keep an alert waiting, and a push
 * service that hangs never keeps a ladder from climbing. Prompt is whatever is in no other lane, jobs that this version
 * cannot read included.
 */
export type JobLane = "prompt" | "sends" | "lists";
/** Jobs that wait for somebody else's server; the proof of delivery goes the way of what it proves. */
export const sendJobKinds: readonly JobKind[] = ["send-push", "prove-delivery"];
export const listJobKinds: readonly JobKind[] = ["take-in-feed", "suggest-numbers"];

/** One climb an alert waits at the most; whoever wants it sooner brings it forward. */
export function climbKey(alertId: AlertId): string {
  return `climb:${alertId}`;
}

/** One send a push attempt waits at the most. */
export function pushKey(noticeId: NoticeId): string {
  return `push:${noticeId}`;
}

/** A delivery is taken in by one worker at a time. */
export function feedKey(feedId: FeedId): string {
  return `feed:${feedId}`;
}

/** Numbers of a delivery are looked for once at a time. */
export function suggestKey(feedId: FeedId): string {
  return `suggest:${feedId}`;
}

/** One turn of a thing that comes again by the clock waits at the most. */
export function turnKey(name: string): string {
  return `turn:${name}`;
}
