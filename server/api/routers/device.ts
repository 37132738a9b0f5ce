import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { keepContact } from "@/server/domain/push/keep-contact";
import { keepDevice } from "@/server/domain/push/keep-device";
import { listDevices } from "@/server/domain/push/list-devices";
import { reportLoss } from "@/server/domain/push/report-loss";
import { removeDevice } from "@/server/domain/push/remove-device";
import { retireDevice } from "@/server/domain/push/retire-device";
import { testDevice } from "@/server/domain/push/test-device";
import { DeviceId } from "@/server/vocabulary/ids";
import { losses } from "@/server/vocabulary/reach";
import { PushSubscription } from "@/server/vocabulary/push-subscription";

export const deviceRouter = router({
  /** The key that browsers need to subscribe. */
  key: permitted("device:keep").query(({ ctx }) => ctx.service.configuration.VAPID_PUBLIC_KEY),

  /** Alerts reach this phone from now on; repeated at every launch, which proves that it has the permission. */
  keep: permitted("device:keep")
    .input(PushSubscription.extend({ replaces: DeviceId.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.work((work) =>
        keepDevice(work, phoneOf(input), {
          deviceKey: ctx.service.configuration.DEVICE_KEY,
          pushHosts: ctx.service.configuration.PUSH_HOSTS,
        }),
      ),
    ),

  /** This phone shows nothing any more, by its own account. */
  lost: permitted("device:keep")
    .input(z.object({ deviceId: DeviceId, loss: z.enum(losses) }))
    .mutation(({ ctx, input }) => ctx.work((work) => reportLoss(work, input))),

  /** The person's own devices, with what each last proved. */
  list: permitted("device:keep").query(({ ctx }) => ctx.work(listDevices)),

  /** A telephone or mailbox, for when no phone shows a notice. */
  keepContact: permitted("device:keep")
    .input(z.object({ channel: z.enum(["text", "email"]), address: z.string().max(300) }))
    .mutation(({ ctx, input }) =>
      ctx.work((work) => keepContact(work, input, { deviceKey: ctx.service.configuration.DEVICE_KEY })),
    ),

  remove: permitted("device:keep")
    .input(z.object({ deviceId: DeviceId }))
    .mutation(({ ctx, input }) => ctx.work((work) => removeDevice(work, input.deviceId))),

  /** A test by the way that alerts go. */
  test: permitted("device:keep")
    .input(z.object({ deviceId: DeviceId }))
    .mutation(({ ctx, input }) => ctx.work((work) => testDevice(work, input.deviceId))),

  /** Nothing is sent to this phone any more. */
  retire: permitted("device:keep")
    .input(z.object({ endpoint: z.string().max(2_000) }))
    .mutation(({ ctx, input }) => ctx.work((work) => retireDevice(work, input.endpoint))),
});

type Kept = PushSubscription & { readonly replaces?: DeviceId | undefined };

/** The subscription alone is sealed. */
function phoneOf({ replaces, ...subscription }: Kept) {
  return { subscription, replaces };
}
