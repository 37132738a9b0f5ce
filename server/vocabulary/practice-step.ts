import type { ResultCard } from "@/server/vocabulary/result-card";

/** What somebody can have done in practice. These facts are all that is recorded of it. */
export const practiceSteps = [
  "typed",
  "scanned",
  "held-seen",
  "alert-followed",
  "none-held-seen",
  "could-not-check-seen",
] as const;
export type PracticeStep = (typeof practiceSteps)[number];

export interface PracticeTask {
  readonly words: string;
  /** Any of these does it. */
  readonly doneBy: readonly PracticeStep[];
}

const enter: PracticeTask = {
  words: "Type or scan the number of a practice child",
  doneBy: ["typed", "scanned"],
};
const followAlert: PracticeTask = {
  words: "Follow an alert until somebody has taken it",
  doneBy: ["alert-followed"],
};
const seeAnswers: readonly PracticeTask[] = [
  { words: "See the answer for a child who is known", doneBy: ["held-seen"] },
  { words: "See the answer for a child of whom no plan is held", doneBy: ["none-held-seen"] },
  { words: "See what “could not check” looks like", doneBy: ["could-not-check-seen"] },
];

/** What has to be done to have practised. A silent check tells nobody, so there is no alert to follow. */
export function practiceTasks(mode: ResultCard["mode"]): readonly PracticeTask[] {
  return mode === "unscheduled" ? [enter, ...seeAnswers, followAlert] : [enter, ...seeAnswers];
}

export function isTaskDone({ doneBy }: PracticeTask, steps: readonly PracticeStep[]): boolean {
  return doneBy.some((step) => steps.includes(step));
}

/** Whether these steps are enough to have practised. */
export function hasPractised(steps: readonly PracticeStep[], mode: ResultCard["mode"]): boolean {
  return practiceTasks(mode).every((task) => isTaskDone(task, steps));
}
