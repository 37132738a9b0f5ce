import { createHash } from "node:crypto";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { keepDelivery } from "@/server/domain/register/delivery/keep-delivery";
import { feedColumns } from "@/server/domain/register/feed-file/feed-columns";
import { checkFeedRow, type RowProblem } from "@/server/domain/register/feed-file/feed-row";
import { writeCsv } from "@/server/vocabulary/csv";
import type { FeedWay } from "@/server/vocabulary/feed-answer";
import type { FeedId, OrganisationId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";
import type { ToldPlan } from "@/server/vocabulary/told-plan";

interface SentPlan {
  readonly authorityId: OrganisationId;
  readonly receivedBy: FeedWay;
  /** As it was told, nothing checked. */
  readonly plan: ToldPlan;
}

export type ReceivedPlan =
  | { readonly ok: true; readonly feedId: FeedId }
  /** What is wrong with it; nothing was kept. */
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/**
 * Keeps one plan that is started, changed or ended between two lists, to be traced and applied at once like a list of
 * one row. What is wrong by itself is said here and now. The same plan told twice changes nothing.
 */
export async function receivePlan(
  work: Work,
  { authorityId, receivedBy, plan }: SentPlan,
): Promise<ReceivedPlan> {
  const checked = checkFeedRow({ rowNumber: 2, cells: plan }, londonDate(work.now));
  if (!checked.ok) return { ok: false, problems: checked.problems };

  const bytes = new TextEncoder().encode(writeCsv(feedColumns, [feedColumns.map((column) => plan[column])]));
  const digest = createHash("sha256").update(bytes).digest("hex");
  const delivery = { authorityId, kind: "plan", sequence: null, receivedBy, digest, bytes } as const;
  const feedId = await keepDelivery(work, delivery);
  await recordAudit(work, {
    action: "register:correct",
    outcome: "done",
    detail: "told a plan",
    concerns: feedId,
  });
  return { ok: true, feedId };
}
