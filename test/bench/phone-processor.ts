/**
 * How many times slower than a machine of this speed the middle phone of Lighthouse's mobile preset is: the points between
 * which its calculator of the slowdown draws lines (linked from its page on throttling). Four times is meant for 1,533.
 */
const calibration = [
  { index: 150, slower: 1 },
  { index: 800, slower: 2 },
  { index: 1_300, slower: 3 },
  { index: 1_533, slower: 4 },
] as const;

/** By Lighthouse's index of a machine's speed; a machine slower than the phone is not slowed down. */
export function timesSlower(benchmarkIndex: number): number {
  const upper = calibration.find(({ index }) => index > benchmarkIndex) ?? calibration[3];
  const lower = calibration[Math.max(0, calibration.indexOf(upper) - 1)] ?? calibration[0];
  const span = upper.index - lower.index;
  return span === 0
    ? 1
    : lower.slower + ((upper.slower - lower.slower) * (benchmarkIndex - lower.index)) / span;
}
