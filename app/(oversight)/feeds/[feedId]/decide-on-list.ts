"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { problemInWords } from "../problem-in-words";
import { caller } from "@/app/_trpc/server";
import { FeedId } from "@/server/vocabulary/ids";

/** What is wrong, in words for the person who decides. */
export interface DecisionState {
  readonly problem?: string;
}

const Confirmation = z.object({ feedId: FeedId, version: z.coerce.number().int() });

/** Says that the list may be applied as it was shown, and shows how far it is. Works without script too. */
export async function confirmList(_before: DecisionState, form: FormData): Promise<DecisionState> {
  const confirmation = Confirmation.parse(Object.fromEntries(form));
  return decide(confirmation.feedId, async () => (await caller()).feed.confirm(confirmation));
}

/** Throws the list away. */
export async function discardList(_before: DecisionState, form: FormData): Promise<DecisionState> {
  const feedId = FeedId.parse(form.get("feedId"));
  return decide(feedId, async () => (await caller()).feed.discard({ feedId }));
}

async function decide(feedId: FeedId, act: () => Promise<void>): Promise<DecisionState> {
  const problem = await problemInWords(act, "/feeds");
  // A refusal means that the page is behind: it is read anew beside the message.
  revalidatePath(`/feeds/${feedId}`);
  if (problem !== undefined) return { problem };
  redirect(`/feeds/${feedId}`);
}
