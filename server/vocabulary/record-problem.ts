import type { FoundNumber } from "@/server/vocabulary/wristband";

/** Where a launch goes on once it is known who asks. */
export const startPath = "/launch/start";
/** Where the record system sends the browser back to. */
export const openedPath = "/check/record";

/** Why no patient came from a record system. */
export const recordProblems = ["unknown-system", "not-launched", "no-answer", "refused"] as const;
export type RecordProblem = (typeof recordProblems)[number];

/** What is said at the number pad, and what to do. */
export const recordProblemWords: Readonly<Record<RecordProblem, string>> = {
  "unknown-system":
    "Lantern was opened from a system that is not set up here. Tell whoever looks after that system; type the number meanwhile.",
  "not-launched":
    "Lantern has not been opened from a patient’s record just now, or too long ago. Open it there again, or type the number.",
  "no-answer": "Your system did not say which patient is open. Type the number, or open Lantern there again.",
  refused: "Your system did not let Lantern see which patient is open. Type the number.",
};

/** What came of opening Lantern from a record: the patient, or why there is none, in words. */
export type RecordOutcome = FoundNumber | { readonly kind: "no-patient"; readonly message: string };
