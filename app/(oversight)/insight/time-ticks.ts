const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps that people count waits by. Longer ones are whole days. */
const steps = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
];
const mostSteps = 4;

/** Where a scale of waits is marked, in seconds: from nothing to `longest` or more, in at most four round steps. Pure. */
export function timeTicks(longest: number): readonly number[] {
  const days = Math.max(1, Math.ceil(longest / mostSteps / day)) * day;
  const step = steps.find((one) => one * mostSteps >= longest) ?? days;
  return Array.from({ length: Math.max(1, Math.ceil(longest / step)) + 1 }, (_, index) => index * step);
}
