/**
 * The lines that Lighthouse's calculator of the slowdown draws (linked from its page on throttling), the fastest machine
 * first: from an index of speed on the middle phone of its mobile preset is so many times slower, and once more for each
 * further step. Four times is meant for 1,533.
 */
const lines = [
  { from: 1_300, slower: 3, step: 233 },
  { from: 800, slower: 2, step: 500 },
  { from: 150, slower: 1, step: 650 },
] as const;

/** By Lighthouse's index of a machine's speed; a machine slower than the phone is not slowed down. */
export function timesSlower(benchmarkIndex: number): number {
  const line = lines.find(({ from }) => benchmarkIndex >= from);
  return line === undefined ? 1 : line.slower + (benchmarkIndex - line.from) / line.step;
}
