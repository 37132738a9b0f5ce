import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { ringFeed } from "@/server/domain/register/delivery/feeds-channel";
import { findOwnFeed, type FoundFeed } from "@/server/domain/register/delivery/find-own-feed";
import { restorePlans } from "@/server/domain/register/delivery/restore-plans";
import { isStillAsListed } from "@/server/domain/register/delivery/still-as-listed";
import type { FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const UndoEffect = z.object({
  /** New plans of the list, which would be shown to nobody. */
  withdrawn: z.number(),
  /** Ended by the list, which would be in force again. */
  reopened: z.number(),
  /** Deleted by the list, which would be shown again. */
  restored: z.number(),
  changedBack: z.number(),
  /** Changed or told again since: they stay as they are now. */
  left: z.number(),
});

/** What undoing a list would do, and the version of the register on which that holds. */
export type UndoEffect = Readonly<z.infer<typeof UndoEffect>> & { readonly version: number };

/** What undoing the authority's newest list would do; throws where it cannot be undone. */
export async function showUndo(work: Work, feedId: FeedId): Promise<UndoEffect> {
  const { register } = await newestList(work, feedId);
  const rows: unknown[] = await work.tx.$queryRaw`
    select count(*) filter (where is_last and kind = 'added')::int as withdrawn,
      count(*) filter (where is_last and kind = 'ended')::int as reopened,
      count(*) filter (where is_last and kind = 'deleted')::int as restored,
      count(*) filter (where is_last and kind = 'changed')::int as "changedBack",
      count(*) filter (where not is_last)::int as left
    from (
      select kind, ${isStillAsListed} as is_last from plan_change change where feed_id = ${feedId}::uuid) changes`;
  await recordAudit(work, { action: "feed:read", outcome: "done", detail: "undo", concerns: feedId });
  return { ...UndoEffect.parse(rows[0]), version: register.version };
}

interface Undoing {
  readonly feedId: FeedId;
  /** The version of the register that the person saw the effect on. */
  readonly version: number;
}

/**
 * Takes the authority's newest list back, on a named person's word: the register says again what it said before, and is
 * as old as it was. Its number stays used. Plans that were changed or told again since stay as they are.
 */
export async function undoList(work: Work, { feedId, version }: Undoing): Promise<void> {
  const { authorityId, register } = await newestList(work, feedId);
  if (register.version !== version) {
    throw new Refusal("conflict", "The register has changed since you looked. Look again, then undo.");
  }
  await restorePlans(work, { feedId, authorityId });
  await reopenFaults(work, feedId);
  const personId = work.actor.kind === "person" ? work.actor.personId : null;
  await work.tx.$executeRaw`
    with undone as (
      update feed set state = 'undone', state_reason = 'The list was applied and taken back. Send a right one under the next number.',
        undone_by_id = ${personId}::uuid, undone_at = ${work.now}::timestamptz
      where id = ${feedId}::uuid returning authority_id, fresh_before_at)
    update register_state set version = version + 1, last_received_at = fresh_before_at
    from undone where register_state.authority_id = undone.authority_id`;
  await recordAudit(work, {
    action: "register:correct",
    outcome: "done",
    detail: "undone",
    concerns: feedId,
  });
  await ringFeed(work, feedId);
}

async function newestList(work: Work, feedId: FeedId): Promise<FoundFeed> {
  const feed = await findOwnFeed(work, feedId);
  const { sequence, state, register } = feed;
  if (state !== "applied" || sequence !== register.lastSequence) {
    throw new Refusal("conflict", "Only the newest list can be undone, once it has been applied.");
  }
  return feed;
}

/** What the list had mended is wrong again, and what it had shown first was never there. */
async function reopenFaults({ tx, now }: Work, feedId: FeedId): Promise<void> {
  await tx.$executeRaw`
    update data_fault set fixed_feed_id = ${feedId}::uuid, fixed_at = ${now}::timestamptz
    where first_feed_id = ${feedId}::uuid and fixed_at is null`;
  await tx.$executeRaw`
    update data_fault set fixed_feed_id = null, fixed_at = null
    where fixed_feed_id = ${feedId}::uuid and first_feed_id <> ${feedId}::uuid`;
}
