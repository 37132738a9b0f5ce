import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { decideReferral } from "@/server/domain/referral/decide-referral";
import { listChildren } from "@/server/domain/referral/list-children";
import { listReferrals } from "@/server/domain/referral/list-referrals";
import { makeReferral } from "@/server/domain/referral/make-referral";
import { LookupId, ReferralId, RequestId } from "@/server/vocabulary/ids";
import { referralDecisions } from "@/server/vocabulary/referral-decision";

export const referralRouter = router({
  /** Whom the person could refer together. */
  children: permitted("referral:make")
    .input(z.object({ lookupId: LookupId }))
    .query(({ ctx, input }) => ctx.work((work) => listChildren(work, input.lookupId))),

  make: permitted("referral:make")
    .input(
      z.object({
        requestId: RequestId,
        lookupIds: z.array(LookupId).min(1).max(20),
        concern: z.string().max(10_000),
      }),
    )
    .mutation(({ ctx, input }) => ctx.work((work) => makeReferral(work, input))),

  list: permitted("referral:read").query(({ ctx }) => ctx.work(listReferrals)),

  decide: permitted("referral:decide")
    .input(
      z.object({ referralId: ReferralId, decision: z.enum(referralDecisions), note: z.string().max(1_000) }),
    )
    .mutation(({ ctx, input }) => ctx.work((work) => decideReferral(work, input))),
});
