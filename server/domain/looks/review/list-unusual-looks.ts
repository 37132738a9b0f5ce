import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { chooseLooks, eachReasonInTurn } from "@/server/domain/looks/review/choose-looks";
import {
  readLooksToWeigh,
  readReviews,
  windowDays,
  type LookRow,
  type Review,
} from "@/server/domain/looks/review/read-looks-to-weigh";
import type { PersonActor } from "@/server/vocabulary/actor";
import { addDays, londonDate, startOfLondonDay } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";
import { atRandom } from "@/server/vocabulary/unusual-look";

export interface UnusualLook extends Pick<
  LookRow,
  "lookupId" | "at" | "name" | "role" | "setting" | "mode" | "reason" | "callNumber"
> {
  /** The last digits of its id, which are random: enough to speak about it, and no child's. */
  readonly reference: string;
  /** Names of the rules that it meets, and of chance. */
  readonly reasons: readonly string[];
  /** What was asked about it and answered, if it was. */
  readonly asked: Pick<Review, "note" | "decidedBy" | "decidedAt" | "answer" | "answeredAt"> | null;
}

export interface UnusualLooks {
  readonly asAt: Date;
  readonly looks: readonly UnusualLook[];
  /** How many more meet a rule and are not shown. */
  readonly left: number;
}

/** So many that meet a rule and nothing else. */
const mostShown = 50;

/** What `readUnusualLooks` reads, for whoever looks through it; looking is on record. */
export async function listUnusualLooks(work: Work): Promise<UnusualLooks> {
  const read = await readUnusualLooks(work);
  const { looks, left } = read;
  await recordAudit(work, {
    action: "review:read",
    outcome: "done",
    detail: `looks: ${String(looks.length)} of ${String(looks.length + left)}`,
  });
  return read;
}

/**
 * The looks of the last 28 days by people of the officer's own organisation that meet a rule or were picked at random,
 * newest first, without those that were decided. No child is named, by name or number.
 */
export async function readUnusualLooks(work: Work): Promise<UnusualLooks> {
  const waiting = await waitingLooks(work, officerOf(work));
  // Neither pushes the other out: what was picked at random or asked about, and what only meets a rule.
  const first = waiting.filter(({ asked, reasons }) => asked !== null || reasons.includes(atRandom));
  const rest = waiting.filter((look) => !first.includes(look));
  const shown = new Set([...first, ...eachReasonInTurn(rest).slice(0, mostShown)]);
  return {
    asAt: work.now,
    looks: waiting.filter((look) => shown.has(look)),
    left: waiting.length - shown.size,
  };
}

/** Whoever reviews is a person. */
export function officerOf({ actor }: Work): PersonActor {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can review looks.");
  return actor;
}

/** Everything that waits for the officer's word today. */
export async function waitingLooks(work: Work, officer: PersonActor): Promise<readonly UnusualLook[]> {
  const today = londonDate(work.now);
  const since = startOfLondonDay(addDays(today, 1 - windowDays));
  const reviews = await readReviews(work, officer, since);
  const chosen = chooseLooks(await readLooksToWeigh(work, officer, since), {
    today,
    organisationId: officer.organisationId,
    keep: askedOnly(reviews),
  });
  return chosen.flatMap((look) => {
    const review = reviews.get(look.lookupId);
    return review === undefined || review.decision === "asked" ? [shownLook(look, review)] : [];
  });
}

function askedOnly(reviews: ReadonlyMap<string, Review>): ReadonlyMap<string, readonly string[]> {
  const asked = [...reviews.values()].filter(({ decision }) => decision === "asked");
  return new Map(asked.map(({ lookupId, reasons }) => [lookupId, reasons]));
}

function shownLook(
  look: LookRow & { readonly reasons: readonly string[] },
  review: Review | undefined,
): UnusualLook {
  const { lookupId, at, name, role, setting, mode, reason, callNumber, reasons } = look;
  const asked = review && {
    note: review.note,
    decidedBy: review.decidedBy,
    decidedAt: review.decidedAt,
    answer: review.answer,
    answeredAt: review.answeredAt,
  };
  return {
    ...{ lookupId, at, name, role, setting, mode, reason, callNumber, reasons },
    reference: `L-${lookupId.slice(-8).toUpperCase()}`,
    asked: asked ?? null,
  };
}
