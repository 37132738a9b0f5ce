import { z } from "zod";

/** Lookups of a care setting, with their answers. */
export const SettingRow = z.object({
  setting_id: z.uuid().nullable(),
  /** Seen from the authority that was told; null where nobody was, or where whoever asks is no authority. */
  place: z.enum(["own", "elsewhere", "not-known"]).nullable(),
  lookups: z.number(),
  held: z.number(),
  none_held: z.number(),
  could_not_check: z.number(),
});
export type SettingRow = z.infer<typeof SettingRow>;
