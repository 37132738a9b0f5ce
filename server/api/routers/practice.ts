import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { readOwnPractice } from "@/server/domain/practice/read-own-practice";
import { recordPractice } from "@/server/domain/practice/record-practice";
import { PracticeRunId } from "@/server/vocabulary/ids";
import { practiceSteps } from "@/server/vocabulary/practice-step";

/** That somebody practises. What practice shows is made on the phone, and no number comes here. */
export const practiceRouter = router({
  own: permitted("practice:run").query(({ ctx }) => ctx.work(readOwnPractice)),

  record: permitted("practice:run")
    .input(z.object({ runId: PracticeRunId, steps: z.array(z.enum(practiceSteps)).max(20) }))
    .mutation(({ ctx, input }) => ctx.work((work) => recordPractice(work, input))),
});
