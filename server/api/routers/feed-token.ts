import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { issueFeedToken } from "@/server/domain/register/tokens/issue-feed-token";
import { listFeedTokens } from "@/server/domain/register/tokens/list-feed-tokens";
import { revokeFeedToken } from "@/server/domain/register/tokens/revoke-feed-token";
import { overlaps, rotateFeedToken } from "@/server/domain/register/tokens/rotate-feed-token";
import { FeedTokenId } from "@/server/vocabulary/ids";

const Label = z
  .string()
  .trim()
  .min(1, "Say which system the token is for.")
  .max(60, "The name is longer than 60 characters.");
const OverlapDays = z
  .number("Choose how long the old token goes on.")
  .refine((days) => overlaps.includes(days), "Choose how long the old token goes on.");
const OneToken = z.object({ tokenId: FeedTokenId });

export const feedTokenRouter = router({
  /** The tokens of one's authority, without what they are. */
  list: permitted("feed-token:manage").query(({ ctx }) => ctx.work(listFeedTokens)),

  /** Where a system takes its lists with a token. */
  door: permitted("feed-token:manage").query(
    ({ ctx }) => new URL("/api/feeds", ctx.service.configuration.NEXTAUTH_URL).href,
  ),

  /** Issues a token, which this answer alone contains. */
  issue: permitted("feed-token:manage")
    .input(z.object({ label: Label }))
    .mutation(({ ctx, input }) => ctx.work((work) => issueFeedToken(work, input.label))),

  /** Issues a successor, and lets the old token go on for a while. */
  rotate: permitted("feed-token:manage")
    .input(OneToken.extend({ overlapDays: OverlapDays }))
    .mutation(({ ctx, input }) => ctx.work((work) => rotateFeedToken(work, input))),

  /** Ends a token at once. */
  revoke: permitted("feed-token:manage")
    .input(OneToken)
    .mutation(({ ctx, input }) => ctx.work((work) => revokeFeedToken(work, input.tokenId))),
});
