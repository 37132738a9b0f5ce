import { z } from "zod";

/** A push as a phone reads it. */
export const PushMessage = z.object({
  notification: z.object({ body: z.string(), navigate: z.string(), tag: z.string() }),
  receipt: z.string(),
});
