import { currentSubscription, pushSupport, subscribe } from "./enable-push";
import { keepPhone, keptPhone } from "./kept-phone";
import { trpc } from "@/app/_trpc/browser";
import type { DeviceId } from "@/server/vocabulary/ids";
import { PushSubscription } from "@/server/vocabulary/push-subscription";
import type { Loss } from "@/server/vocabulary/reach";

/** Whether alerts ring on this phone; `off` is a phone on which they were never turned on, or were turned off here. */
export type PhoneStanding = "on" | "off" | "lost" | "unknown";

/**
 * At each launch: tells the service what this phone is now. Its address, since browsers change it without a word, and
 * that it has the permission; or that the permission or the subscription is gone. A subscription that has vanished
 * from a phone with permission is taken anew. Never asks the person anything, and never throws.
 */
export async function checkPhone(): Promise<PhoneStanding> {
  const known = keptPhone();
  try {
    if (pushSupport() !== "supported" || Notification.permission !== "granted") {
      return await reportLost(known, "permission");
    }
    const subscription = (await ownSubscription()) ?? (known && (await takeAnew()));
    if (subscription === undefined) return await reportLost(known, "subscription");
    return await keepOnRecord(subscription);
  } catch {
    return "unknown";
  }
}

/** Tells the service that alerts ring on this phone, in the place of what it was before. */
export async function keepOnRecord(subscription: PushSubscription): Promise<"on"> {
  const { deviceId } = await trpc.device.keep.mutate({ ...subscription, replaces: keptPhone() });
  keepPhone(deviceId);
  return "on";
}

/** It stays this phone's id: should the permission come back, the service learns that it is the same phone. */
async function reportLost(deviceId: DeviceId | undefined, loss: Loss): Promise<PhoneStanding> {
  if (deviceId === undefined) return "off";
  await trpc.device.lost.mutate({ deviceId, loss });
  return "lost";
}

async function ownSubscription(): Promise<PushSubscription | undefined> {
  return PushSubscription.safeParse(await currentSubscription()).data;
}

/** The permission is there, so nobody is asked. */
async function takeAnew(): Promise<PushSubscription | undefined> {
  const subscribed = await subscribe(await trpc.device.key.query());
  return subscribed.ok ? PushSubscription.safeParse(subscribed.subscription).data : undefined;
}
