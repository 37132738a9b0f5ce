import { z } from "zod";
import {
  AlertId,
  CardHandoverId,
  FeedId,
  NoticeId,
  OrganisationId,
  PersonId,
  ReachCheckId,
  ReferralId,
  WebhookDeliveryId,
  WebhookId,
  WeeklyDigestId,
} from "@/server/vocabulary/ids";

/** Work still to do, by kind. A job is safe to run twice and carries identifiers only. */
export const Job = z.discriminatedUnion("kind", [
  /** Look at the alert's events and take the next step of its ladder. */
  z.object({ kind: z.literal("climb-alert"), alertId: AlertId }),
  /** Look at once at the alerts that wait for somebody of this team, since its rota has changed. */
  z.object({ kind: z.literal("hasten-climbs"), teamId: z.uuid() }),
  /** Work out whom to tell of something about an alert, and leave a notice for each of their devices. */
  z.object({
    kind: z.literal("tell"),
    alertId: AlertId,
    purpose: z.enum(["offer", "message", "news", "withdrawal", "referral"]),
  }),
  /** Remind an authority of a referral that nobody has decided in time. */
  z.object({ kind: z.literal("chase-referral"), referralId: ReferralId }),
  /** Leave a notice of a card that was handed over for each phone of those whom it waits for. */
  z.object({ kind: z.literal("tell-card"), handoverId: CardHandoverId }),
  /** Send one notice to one device and record what the service that delivers it said. */
  z.object({ kind: z.literal("send-notice"), noticeId: NoticeId }),
  /** Read, trace, compare and, where nobody has to confirm it, apply what an authority sent. */
  z.object({ kind: z.literal("take-in-feed"), feedId: FeedId }),
  /** Look for the numbers that were meant where a list's fail their check. */
  z.object({ kind: z.literal("suggest-numbers"), feedId: FeedId }),
  /** Give every notice an end whose time is over. */
  z.object({ kind: z.literal("expire-notices") }),
  /** Push to the service's own device, to prove that pushes arrive. */
  z.object({ kind: z.literal("prove-delivery") }),
  /** See which rotas are to be checked now. */
  z.object({ kind: z.literal("plan-reach-checks") }),
  /** See whether everybody on a team's coming rota can be reached. */
  z.object({ kind: z.literal("check-reach"), reachCheckId: ReachCheckId }),
  /** See it again of one person, whose phone has said something new. */
  z.object({ kind: z.literal("recheck-reach"), personId: PersonId }),
  /** Number what an authority's case system is to be told of, and see to it that it is. */
  z.object({ kind: z.literal("tell-case-systems"), authorityId: OrganisationId }),
  /** Tell one address the next thing that it has not taken yet. */
  z.object({ kind: z.literal("deliver-webhook"), webhookId: WebhookId }),
  /** Send a test to one address. */
  z.object({ kind: z.literal("test-webhook"), webhookId: WebhookId, deliveryId: WebhookDeliveryId }),
  /** Count the days anew whose facts have changed. */
  z.object({ kind: z.literal("count-figures") }),
  /** See whether it is time to send weekly figures, and to whom. */
  z.object({ kind: z.literal("plan-digests") }),
  /** Send one person the figures of the week before this Monday. */
  z.object({ kind: z.literal("send-digest"), digestId: WeeklyDigestId, monday: z.iso.date() }),
  /** Remove some of what is older than it is kept. */
  z.object({ kind: z.literal("remove-old") }),
]);
export type Job = z.infer<typeof Job>;
export type JobKind = Job["kind"];

/**
 * Jobs of one lane are taken up apart from those of the others: a night's lists never keep an alert waiting, a push
 * service that hangs never keeps a ladder from climbing, nor a case system a push. Prompt is whatever is in no other
 * lane, jobs that this version cannot read included.
 */
export type JobLane = "prompt" | "sends" | "webhooks" | "lists";
/** Jobs that wait for somebody else's server; the proof of delivery goes the way of what it proves. */
export const sendJobKinds: readonly JobKind[] = ["send-notice", "prove-delivery", "send-digest"];
/** Jobs that wait for an authority's server. */
export const webhookJobKinds: readonly JobKind[] = ["deliver-webhook", "test-webhook"];
/** Jobs that take their time; figures may be some minutes old. */
export const listJobKinds: readonly JobKind[] = [
  "take-in-feed",
  "suggest-numbers",
  "count-figures",
  "remove-old",
];

/** One climb an alert waits at the most; whoever wants it sooner brings it forward. */
export function climbKey(alertId: AlertId): string {
  return `climb:${alertId}`;
}

/** One send a push attempt waits at the most. */
export function noticeKey(noticeId: NoticeId): string {
  return `notice:${noticeId}`;
}

/** A card that was handed over is told of once. */
export function cardKey(handoverId: CardHandoverId): string {
  return `card:${handoverId}`;
}

/** A delivery is taken in by one worker at a time. */
export function feedKey(feedId: FeedId): string {
  return `feed:${feedId}`;
}

/** Numbers of a delivery are looked for once at a time. */
export function suggestKey(feedId: FeedId): string {
  return `suggest:${feedId}`;
}

/** A rota is checked by one worker at a time. */
export function reachKey(reachCheckId: ReachCheckId): string {
  return `reach:${reachCheckId}`;
}

/** However much a phone has to say, its owner is looked at once. */
export function recheckKey(personId: PersonId): string {
  return `recheck:${personId}`;
}

/** An address is told one thing after the other. */
export function webhookKey(webhookId: WebhookId): string {
  return `webhook:${webhookId}`;
}

/** A person's weekly figures are sent by one worker at a time. */
export function digestKey(digestId: WeeklyDigestId): string {
  return `digest:${digestId}`;
}

/** One turn of a thing that comes again by the clock waits at the most. */
export function turnKey(name: string): string {
  return `turn:${name}`;
}
