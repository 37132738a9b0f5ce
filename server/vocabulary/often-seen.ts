export const oftenKinds = ["often", "widely"] as const;
/** A child seen four times or more in twelve months, or in two care settings or more. */
export type OftenKind = (typeof oftenKinds)[number];

/** As they stand in the figures and above their list. */
export const oftenNames: Readonly<Record<OftenKind, string>> = {
  often: "Four times or more",
  widely: "In two settings or more",
};
