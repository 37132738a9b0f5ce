import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { compareFeed, isInForce, type FeedComparison } from "@/server/domain/register/compare-feed";
import { applyDelivery } from "@/server/domain/register/delivery/apply-delivery";
import { disagreements } from "@/server/domain/register/delivery/disagreements";
import { effectsOf } from "@/server/domain/register/delivery/feed-effects";
import { ringFeed } from "@/server/domain/register/delivery/feeds-channel";
import { nextStep, type BrakeSettings } from "@/server/domain/register/delivery/next-step";
import type { Delivery } from "@/server/domain/register/delivery/read-delivery";
import { stopDelivery } from "@/server/domain/register/delivery/save-progress";
import { writeResult } from "@/server/domain/register/delivery/write-result";
import { countFeed } from "@/server/domain/register/feed-counts";
import { readRegister } from "@/server/domain/register/read-register";
import { lockRegister } from "@/server/domain/register/register-state";
import type { TracedFeed } from "@/server/domain/register/tracing/apply-traces";
import type { FeedId } from "@/server/vocabulary/ids";
import { suggestKey } from "@/server/vocabulary/job";
import { londonDate } from "@/server/vocabulary/london-time";

export interface DeliveryToDecide extends Delivery {
  readonly feedId: FeedId;
}

/**
 * Compares what was read and traced with the register as it is at this moment, and applies it, all of it or nothing,
 * or leaves it for a person to confirm. Good rows load beside bad ones; plans that a list does not name stay in force.
 */
export async function decideDelivery(
  work: Work,
  delivery: DeliveryToDecide,
  { traced, settings }: { readonly traced: TracedFeed; readonly settings: BrakeSettings },
): Promise<void> {
  const { feedId, authorityId, sequence } = delivery;
  const register = await lockRegister(work, authorityId);
  if (sequence !== null && sequence <= register.lastSequence) {
    await stopDelivery(work, feedId, { state: "replaced", reason: "A newer list was applied before it." });
    return;
  }
  const entries = await readRegister(work, authorityId);
  const today = londonDate(work.now);
  const comparison = compare(delivery, { entries, ...traced, today });
  const counts = countFeed(traced, comparison);
  const inForce = entries.filter((entry) => isInForce(entry, today)).length;
  const step = nextStep({ ...delivery, version: register.version, counts, inForce }, settings);
  const problems = [...traced.problems, ...disagreements(comparison)];

  await writeResult(work, {
    feedId,
    authorityId,
    state: stateAfter[step.kind],
    reason: step.kind === "apply" ? null : step.reason,
    counts,
    effects: effectsOf(comparison),
    problems,
    notes: traced.notes,
    gap: sequence === null || register.lastSequence === 0 ? 0 : sequence - register.lastSequence - 1,
    version: register.version,
    freshBeforeAt: register.lastReceivedAt,
  });
  if (step.kind === "apply") await applyDelivery(work, delivery, { comparison, counts, problems });
  await recordAudit(work, {
    action: "feed:send",
    outcome: "done",
    detail: stateAfter[step.kind],
    concerns: feedId,
  });
  if (problems.some(({ rowAnswer }) => rowAnswer === "CPR04")) await lookForNumbers(work, feedId);
  await ringFeed(work, feedId);
}

async function lookForNumbers(work: Work, feedId: FeedId): Promise<void> {
  const job = { kind: "suggest-numbers", feedId } as const;
  await queueJob(work, { job, dueAt: work.now, uniqueKey: suggestKey(feedId) });
}

const stateAfter = { apply: "applied", review: "review", hold: "held" } as const;

/** One plan says nothing about the others, and is the very word that a list would have to agree with. */
function compare({ kind }: Delivery, compared: Parameters<typeof compareFeed>[0]): FeedComparison {
  if (kind === "list") return compareFeed(compared);
  const entries = compared.entries.map((entry) => ({ ...entry, isTold: false }));
  return { ...compareFeed({ ...compared, entries }), missing: [] };
}
