export const useStates = [
  /** Nothing in the last seven days, where there always was something. */
  "silent",
  /** Less than half of what was usual. */
  "quieter",
  "as-usual",
  /** In use for too short a time, or too seldom, to say what is usual. */
  "too-little",
  /** Not once in all the weeks that are looked at. */
  "unused",
  /** Quiet, since its organisation became part of another. */
  "followed",
] as const;
/** How a setting is used, against its own past. */
export type UseState = (typeof useStates)[number];

export const useStateNames = {
  silent: "Gone silent",
  quieter: "Much quieter",
  "as-usual": "As usual",
  "too-little": "Too little to say",
  unused: "Not in use",
  followed: "Part of another now",
} as const satisfies Record<UseState, string>;

/** What is counted of a setting: what it asked, or, for an authority, what told them. */
export const countedNames = { questions: "Questions asked", alerts: "Alerts raised" } as const;
export type CountedOfSetting = keyof typeof countedNames;
