import { z } from "zod";

/** Why an authority is told: somebody asks about the child, or the child was not brought to an appointment. */
export const AlertKind = z.enum(["look-up", "was-not-brought"]);
export type AlertKind = z.infer<typeof AlertKind>;
