import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { chooseDigest } from "@/server/domain/digest/choose-digest";
import { readDigest } from "@/server/domain/digest/read-digest";
import { stopDigest } from "@/server/domain/digest/stop-digest";

export const digestRouter = router({
  /** Whether one is sent the week by e-mail, and how that went. */
  own: permitted("digest:choose").query(({ ctx }) => ctx.work(readDigest)),

  /** From the next Monday on the week goes to this address. */
  choose: permitted("digest:choose")
    .input(z.object({ address: z.string().max(300) }))
    .mutation(({ ctx, input }) =>
      ctx.work(async (work) => {
        await chooseDigest(work, input, { deviceKey: ctx.service.configuration.DEVICE_KEY });
        return readDigest(work);
      }),
    ),

  /** It goes nowhere any more. */
  stop: permitted("digest:choose").mutation(({ ctx }) =>
    ctx.work(async (work) => {
      await stopDigest(work);
      return readDigest(work);
    }),
  ),
});
