"use server";

import { revalidatePath } from "next/cache";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";
import { textOf } from "@/app/_ui/form-text";
import type { IssuedToken } from "@/server/domain/register/tokens/issue-feed-token";
import { FeedTokenId } from "@/server/vocabulary/ids";

/** What came of the last step. A token is in here once, and nowhere else. */
export interface TokenState {
  readonly issued?: IssuedToken;
  readonly isRevoked?: true;
  readonly problem?: string;
  /** What was entered, where it has to be put right. */
  readonly label?: string;
}

const path = "/feeds/tokens";

/** Issues a token and shows it this once. */
export async function issueToken(_before: TokenState, form: FormData): Promise<TokenState> {
  const label = textOf(form, "label");
  const result = await orProblem(async () => (await caller()).feedToken.issue({ label }), path);
  if ("problem" in result) return { ...result, label };
  revalidatePath(path);
  return { issued: result.value };
}

/** Replaces a token by a new one, which is shown this once. */
export async function rotateToken(_before: TokenState, form: FormData): Promise<TokenState> {
  const tokenId = FeedTokenId.parse(form.get("tokenId"));
  // Nothing chosen is no choice, and not an end at once.
  const overlapDays = Number(form.get("overlapDays") ?? Number.NaN);
  const result = await orProblem(
    async () => (await caller()).feedToken.rotate({ tokenId, overlapDays }),
    path,
  );
  revalidatePath(path);
  return "problem" in result ? result : { issued: result.value };
}

/** Ends a token. */
export async function revokeToken(_before: TokenState, form: FormData): Promise<TokenState> {
  const tokenId = FeedTokenId.parse(form.get("tokenId"));
  const result = await orProblem(async () => (await caller()).feedToken.revoke({ tokenId }), path);
  revalidatePath(path);
  return "problem" in result ? result : { isRevoked: true };
}
