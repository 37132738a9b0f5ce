"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";
import { FeedId } from "@/server/vocabulary/ids";

/** What is wrong, in words for the person who decides. */
export interface DecisionState {
  readonly problem?: string;
}

const OnVersion = z.object({ feedId: FeedId, version: z.coerce.number().int() });

/** Says that the list may be applied as it was shown, and shows how far it is. Works without script too. */
export async function confirmList(_before: DecisionState, form: FormData): Promise<DecisionState> {
  const confirmation = OnVersion.parse(Object.fromEntries(form));
  return decide(confirmation.feedId, async () => (await caller()).feed.confirm(confirmation));
}

/** Throws the list away. */
export async function discardList(_before: DecisionState, form: FormData): Promise<DecisionState> {
  const feedId = FeedId.parse(form.get("feedId"));
  return decide(feedId, async () => (await caller()).feed.discard({ feedId }));
}

/** Takes the list back. */
export async function undoList(_before: DecisionState, form: FormData): Promise<DecisionState> {
  const undoing = OnVersion.parse(Object.fromEntries(form));
  return decide(undoing.feedId, async () => (await caller()).feed.undo(undoing));
}

const Settlement = z.object({
  feedId: FeedId,
  planIds: z.array(z.uuid()).min(1, "Choose at least one plan."),
  decision: z.enum(["end", "keep"]),
});

/** Ends or keeps the missing plans that were ticked. */
export async function settleMissing(_before: DecisionState, form: FormData): Promise<DecisionState> {
  const settlement = Settlement.safeParse({ ...Object.fromEntries(form), planIds: form.getAll("planId") });
  if (!settlement.success)
    return { problem: settlement.error.issues[0]?.message ?? "Choose at least one plan." };
  return decide(settlement.data.feedId, async () => (await caller()).feed.settleMissing(settlement.data));
}

async function decide(feedId: FeedId, act: () => Promise<unknown>): Promise<DecisionState> {
  const decided = await orProblem(act, "/feeds");
  // A refusal means that the page is behind: it is read anew beside the message.
  revalidatePath(`/feeds/${feedId}`);
  if ("problem" in decided) return decided;
  redirect(`/feeds/${feedId}`);
}
