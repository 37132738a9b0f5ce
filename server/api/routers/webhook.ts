import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { addWebhook } from "@/server/domain/webhook/add-webhook";
import { listWebhooks } from "@/server/domain/webhook/list-webhooks";
import { rotateSecret } from "@/server/domain/webhook/rotate-secret";
import { testWebhook } from "@/server/domain/webhook/test-webhook";
import { turnOffWebhook } from "@/server/domain/webhook/turn-off-webhook";
import type { Configuration } from "@/server/vocabulary/configuration";
import { WebhookId } from "@/server/vocabulary/ids";
import { secretOverlaps } from "@/server/vocabulary/webhook";
import { webhookHosts } from "@/server/vocabulary/webhook-address";

const Address = z
  .string()
  .trim()
  .min(1, "Enter the address at which your system is told.")
  .max(500, "The address is longer than 500 characters.");
const OverlapDays = z
  .number("Choose how long the old secret goes on.")
  .refine((days) => secretOverlaps.includes(days), "Choose how long the old secret goes on.");
const OneWebhook = z.object({ webhookId: WebhookId });

export const webhookRouter = router({
  /** Where one's authority's case system is told, and how that goes. */
  list: permitted("webhook:manage").query(({ ctx }) => ctx.work(listWebhooks)),

  /** Adds an address. This answer alone contains its secret. */
  add: permitted("webhook:manage")
    .input(z.object({ address: Address }))
    .mutation(({ ctx, input }) =>
      ctx.work((work) => addWebhook(work, input.address, settingsOf(ctx.service.configuration))),
    ),

  /** Sends a test. */
  test: permitted("webhook:manage")
    .input(OneWebhook)
    .mutation(({ ctx, input }) => ctx.work((work) => testWebhook(work, input.webhookId))),

  /** Gives an address a new secret, which this answer alone contains. */
  rotate: permitted("webhook:manage")
    .input(OneWebhook.extend({ overlapDays: OverlapDays }))
    .mutation(({ ctx, input }) =>
      ctx.work((work) => rotateSecret(work, input, settingsOf(ctx.service.configuration))),
    ),

  /** Ends telling an address. */
  turnOff: permitted("webhook:manage")
    .input(OneWebhook)
    .mutation(({ ctx, input }) => ctx.work((work) => turnOffWebhook(work, input.webhookId))),
});

function settingsOf(configuration: Configuration) {
  return { ...webhookHosts(configuration), deviceKey: configuration.DEVICE_KEY };
}
