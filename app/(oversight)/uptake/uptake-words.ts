import type { CountedRows } from "@/server/vocabulary/counted-rows";
import { countedNames, type CountedOfSetting, type UseState } from "@/server/vocabulary/setting-use";

const usual =
  "Usual is the median of the weeks from the first to the last in which there was anything, of the twelve weeks before.";

export const stateDefinitions = {
  silent: `Nothing in the last seven days, up to yesterday, where five a week or more are usual. ${usual}`,
  quieter: `Less than half of what is usual in the last seven days, where twenty a week or more are usual. ${usual}`,
  "as-usual": `At least half of what is usual, or, where fewer than twenty a week are usual, anything at all. ${usual}`,
  "too-little":
    "In use for less than three weeks, or fewer than five times a week: what is usual cannot be said.",
  unused: "Nothing in thirteen weeks.",
  followed:
    "Its organisation became part of another, and it has gone quiet or is not in use since: what it did counts in the weeks, and it is judged no more.",
} as const satisfies Record<UseState, string>;

/** What is counted of a setting, and the rows behind it. */
export const countedWords = {
  questions: { name: countedNames.questions, one: "question", many: "questions", rows: "lookups" },
  alerts: { name: countedNames.alerts, one: "alert", many: "alerts", rows: "raised" },
} as const satisfies Record<CountedOfSetting, { name: string; one: string; many: string; rows: CountedRows }>;
