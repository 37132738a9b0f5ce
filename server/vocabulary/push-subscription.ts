import { z } from "zod";

const base64url = (bytes: number) => {
  const letters = Math.ceil((bytes * 4) / 3);
  return z
    .string()
    .regex(new RegExp(`^[A-Za-z0-9_-]{${letters}}={0,2}$`), `needs ${bytes} bytes in base64url`);
};

/** What a browser's `PushSubscription.toJSON()` gives: where to send, and the keys to encrypt for (RFC 8291). */
export const PushSubscription = z.object({
  endpoint: z.url({ protocol: /^https$/ }).max(2_048),
  keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
});
export type PushSubscription = z.infer<typeof PushSubscription>;
