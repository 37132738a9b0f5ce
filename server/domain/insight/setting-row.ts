import { z } from "zod";

/** Lookups of a care setting, with their answers. */
export const SettingRow = z.object({
  /** What it was counted under; null, as `none`, for attempts of which no setting is on record. */
  setting: z.union([z.uuid(), z.int()]).nullable(),
  /** Seen from the authority that was told; null where whoever asks is no authority. */
  place: z.enum(["own", "elsewhere", "not-known"]).nullable(),
  lookups: z.number(),
  held: z.number(),
  none_held: z.number(),
  could_not_check: z.number(),
});
export type SettingRow = z.infer<typeof SettingRow>;
