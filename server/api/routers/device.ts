import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { keepDevice } from "@/server/domain/push/keep-device";
import { retireDevice } from "@/server/domain/push/retire-device";
import { PushSubscription } from "@/server/vocabulary/push-subscription";

export const deviceRouter = router({
  /** The key that browsers need to subscribe. */
  key: permitted("device:keep").query(({ ctx }) => ctx.service.configuration.VAPID_PUBLIC_KEY),

  /** Alerts reach this phone from now on; repeated at every launch. */
  keep: permitted("device:keep")
    .input(PushSubscription)
    .mutation(({ ctx, input }) =>
      ctx.work((work) =>
        keepDevice(work, input, {
          deviceKey: ctx.service.configuration.DEVICE_KEY,
          pushHosts: ctx.service.configuration.PUSH_HOSTS,
        }),
      ),
    ),

  /** Nothing is sent to this phone any more. */
  retire: permitted("device:keep")
    .input(z.object({ endpoint: z.string().max(2_000) }))
    .mutation(({ ctx, input }) => ctx.work((work) => retireDevice(work, input.endpoint))),
});
