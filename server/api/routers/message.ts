import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { markMessages } from "@/server/domain/alert/messages/mark-messages";
import { sendMessage } from "@/server/domain/alert/messages/send-message";
import { AlertId, RequestId } from "@/server/vocabulary/ids";

export const messageRouter = router({
  /** To the other side of an alert. */
  send: permitted("message:send")
    .input(z.object({ alertId: AlertId, requestId: RequestId, body: z.string().max(2_000) }))
    .mutation(({ ctx, input }) => ctx.work((work) => sendMessage(work, input))),

  /** The other side's messages came onto this screen, or were looked at there. */
  mark: permitted("message:send")
    .input(z.object({ alertId: AlertId, milestone: z.enum(["delivered", "read"]) }))
    .mutation(({ ctx, input }) => ctx.work((work) => markMessages(work, input))),
});
