import type { Work } from "@/server/db/work";
import { askAboutBirths } from "@/server/domain/register/births/ask-about-births";
import { readEndings } from "@/server/domain/register/births/read-endings";
import type { FeedComparison } from "@/server/domain/register/compare-feed";
import type { DeliveryToDecide } from "@/server/domain/register/delivery/decide-delivery";
import { fileAnswerOf, type FeedCounts } from "@/server/domain/register/feed-counts";
import type { RowProblem } from "@/server/domain/register/feed-file/feed-row";
import { recordFaults } from "@/server/domain/register/quality/record-faults";
import { advanceRegister, touchRegister } from "@/server/domain/register/register-state";
import { writeRegister } from "@/server/domain/register/write-register";
import type { OrganisationId } from "@/server/vocabulary/ids";

interface Effect {
  readonly comparison: FeedComparison;
  readonly counts: FeedCounts;
  readonly problems: readonly RowProblem[];
}

/** Makes the register say what was compared, and records what follows from it; in the transaction that holds the lock. */
export async function applyDelivery(
  work: Work,
  delivery: DeliveryToDecide,
  { comparison, counts, problems }: Effect,
): Promise<void> {
  const { feedId, authorityId, kind, sequence } = delivery;
  const personId = delivery.confirmedById ?? delivery.personId;
  await writeRegister(work, { authorityId, feedId, personId, isTold: kind === "plan", comparison });
  await askAboutBirths(work, { authorityId, endings: await readEndings(work, feedId) });
  if (sequence === null) {
    await touchRegister(work, authorityId);
    return;
  }
  const freshAt = fileAnswerOf(counts) === "CPF04" ? null : delivery.receivedAt;
  await advanceRegister(work, { authorityId, sequence, freshAt });
  await recordFaults(work, { authorityId, feedId, problems, missing: comparison.missing });
  await overtakeOlder(work, { authorityId, sequence });
}

/** Older lists that still wait are moot; the bytes of the newest list are kept, for its corrected copy. */
async function overtakeOlder(
  { tx }: Work,
  { authorityId, sequence }: { readonly authorityId: OrganisationId; readonly sequence: number },
): Promise<void> {
  await tx.$executeRaw`
    update feed set state = 'replaced', state_reason = 'A newer list was applied before it.'
    where authority_id = ${authorityId}::uuid and sequence < ${sequence}::int
      and state in ('received', 'tracing', 'waiting', 'review', 'held')`;
  await tx.$executeRaw`
    delete from feed_content using feed
    where feed.id = feed_content.feed_id and feed.authority_id = ${authorityId}::uuid
      and (feed.sequence < ${sequence}::int or feed.kind = 'plan' and feed.state = 'applied')`;
}
