import { permitted, permittedInTurn, router } from "@/server/api/procedures";
import { answerWhy } from "@/server/domain/looks/review/answer-why";
import { decideOnLook } from "@/server/domain/looks/review/decide-on-look";
import { listUnusualLooks } from "@/server/domain/looks/review/list-unusual-looks";
import { ownQuestions } from "@/server/domain/looks/review/own-questions";
import { AnswerWhy, DecideOnLook } from "@/server/vocabulary/look-review";

export const reviewRouter = router({
  list: permittedInTurn("review:read").query(({ ctx }) => ctx.work(listUnusualLooks)),

  decide: permittedInTurn("review:decide")
    .input(DecideOnLook)
    .mutation(({ ctx, input }) => ctx.work((work) => decideOnLook(work, input))),

  /** What one is asked oneself. */
  own: permitted("review:answer").query(({ ctx }) => ctx.work(ownQuestions)),

  answer: permitted("review:answer")
    .input(AnswerWhy)
    .mutation(({ ctx, input }) => ctx.work((work) => answerWhy(work, input))),
});
