import { z } from "zod";

export const UseRow = z.object({
  settingId: z.string(),
  place: z.number(),
  count: z.number(),
  lastOn: z.iso.date(),
});

/** How often a setting asked in one of the weeks, the first nought, and on which day last. */
export type UseRow = Readonly<z.infer<typeof UseRow>>;
