import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { reportMissed } from "@/server/domain/appointment/report-missed";
import { withdrawMissed } from "@/server/domain/appointment/withdraw-missed";
import { LookupId } from "@/server/vocabulary/ids";
import { MissedReport } from "@/server/vocabulary/missed-report";

/** What a clinic tells the authority of a child whom it checked silently. */
export const appointmentRouter = router({
  reportMissed: permitted("appointment:report-missed")
    .input(MissedReport)
    .mutation(({ ctx, input }) =>
      ctx.work((work) => reportMissed(work, input, { ...ctx.service.configuration, mode: "scheduled" })),
    ),

  /** It was a mistake. */
  withdraw: permitted("appointment:report-missed")
    .input(z.object({ lookupId: LookupId }))
    .mutation(({ ctx, input }) => ctx.work((work) => withdrawMissed(work, input.lookupId))),
});
