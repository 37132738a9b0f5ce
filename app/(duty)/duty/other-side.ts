import type { AlertKind } from "@/server/vocabulary/alert-kind";

/** Who told of the child, as the duty pages call them. */
export const otherSide = {
  "look-up": "crew",
  "was-not-brought": "clinic",
} as const satisfies Record<AlertKind, string>;
