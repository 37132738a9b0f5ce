/** How an authority's night looks, the worst first; one that takes no part yet is neither good nor bad. */
export const tileStates = ["bad", "doubtful", "fine", "not-live"] as const;
export type TileState = (typeof tileStates)[number];

export const stateSymbols = { bad: "✕", doubtful: "!", fine: "✓", "not-live": "–" } as const;

export const stateWords = {
  bad: "Needs somebody",
  doubtful: "Doubtful",
  fine: "Fine",
  "not-live": "Not live",
} as const satisfies Record<TileState, string>;
