import type { Job } from "@/server/vocabulary/job";

/** Something that comes again by the clock. */
export interface TimetableEntry {
  /** Under which it is remembered when its last turn began. */
  readonly name: string;
  readonly everySeconds: number;
  readonly job: Job;
}

export const countFiguresTurn = "count-figures";
export const removeOldTurn = "remove-old";

/** All that the service does without being asked. */
export const timetable: readonly TimetableEntry[] = [
  { name: "prove-delivery", everySeconds: 60, job: { kind: "prove-delivery" } },
  { name: "expire-notices", everySeconds: 60, job: { kind: "expire-notices" } },
  { name: "plan-reach-checks", everySeconds: 60, job: { kind: "plan-reach-checks" } },
  { name: countFiguresTurn, everySeconds: 20, job: { kind: "count-figures" } },
  // Asks whether it is Monday, eight o'clock or later, and who has not had the week's figures.
  { name: "plan-digests", everySeconds: 300, job: { kind: "plan-digests" } },
  // Asks whether the night's turn is due, and goes on with one that was broken off.
  { name: removeOldTurn, everySeconds: 300, job: { kind: "remove-old" } },
];
