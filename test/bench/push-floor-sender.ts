import { randomUUID } from "node:crypto";
import { Agent } from "node:https";
import process from "node:process";
import { createInterface } from "node:readline";
import webPush from "web-push";
import { z } from "zod";
import { alertPush } from "@/test/support/alert-push";
import { PushSubscription } from "@/server/vocabulary/push-subscription";
import { closedLoad } from "@/test/bench/load";

const FloorOrders = z.object({
  /** Tells the topics of one floor from those of another. */
  name: z.string(),
  phones: z.array(PushSubscription).readonly(),
  count: z.number(),
  /** How many pushes are under way at once. */
  concurrency: z.number(),
  certificateAuthorityPem: z.string(),
  vapid: z.object({ subject: z.string(), publicKey: z.string(), privateKey: z.string() }),
});
export type FloorOrders = Readonly<z.infer<typeof FloorOrders>>;

/** Under which topic the floor's push of this number is sent. */
export function floorTopic(name: string, index: number): string {
  return `${name}-${String(index)}`;
}

/**
 * The floor's own process: reads its orders, opens its connections, says so, and on the next line encrypts and posts as
 * fast as the library can.
 */
export async function sendPushFloor(): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const orders = FloorOrders.parse(JSON.parse(String((await lines.next()).value)));
  const { phones, count, concurrency, certificateAuthorityPem, vapid } = orders;
  const agent = new Agent({ ca: certificateAuthorityPem, keepAlive: true, maxSockets: concurrency });
  const send = async (index: number, topic: string) => {
    const phone = phones[index % phones.length];
    if (phone === undefined) throw new Error("no phone to send to");
    await webPush.sendNotification(phone, message(), {
      agent,
      topic,
      vapidDetails: vapid,
      urgency: "high",
      TTL: 300,
      contentEncoding: "aes128gcm",
    });
  };

  await Promise.all(Array.from({ length: concurrency }, (_, index) => send(index, `warm-${String(index)}`)));
  console.log("ready");
  await lines.next();
  const { failures } = await closedLoad(concurrency, count, (index) =>
    send(index, floorTopic(orders.name, index)),
  );
  agent.destroy();
  if (failures > 0) throw new Error(`${String(failures)} pushes of the floor failed`);
}

/** As long as the product's own. */
function message(): string {
  const parts = { origin: "http://localhost:3000", reference: "K7M4QP", receipt: "r".repeat(80) };
  return JSON.stringify(alertPush({ ...parts, alertId: randomUUID() }));
}
