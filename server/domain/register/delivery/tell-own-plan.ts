import type { Work } from "@/server/db/work";
import { receivePlan } from "@/server/domain/register/delivery/receive-plan";
import type { FeedColumn } from "@/server/domain/register/feed-file/feed-columns";
import type { FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";
import type { ToldPlan } from "@/server/vocabulary/told-plan";

export type Told =
  | { readonly ok: true; readonly feedId: FeedId }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly column: FeedColumn | ""; readonly message: string }[];
    };

/** Takes one plan that a person tells for their own authority, or says what is wrong with it field by field. */
export async function tellOwnPlan(work: Work, plan: ToldPlan): Promise<Told> {
  const [authorityId, ...others] = work.actor.kind === "person" ? work.actor.authorityIds : [];
  if (authorityId === undefined || others.length > 0) {
    throw new Refusal("not-permitted", "Only somebody who works for one authority can tell a plan here.");
  }
  const received = await receivePlan(work, { authorityId, receivedBy: "page", plan });
  if (received.ok) return received;
  return { ok: false, problems: received.problems.map(({ column, message }) => ({ column, message })) };
}
