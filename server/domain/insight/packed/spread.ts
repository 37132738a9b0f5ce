/** Numbers, and how often each is there. */
export interface Repeated {
  readonly numbers: readonly number[];
  readonly times: readonly number[];
}

/** Each of these numbers as often as is said at the same place. Pure. */
export function spread({ numbers, times }: Repeated): Int32Array {
  const all = new Int32Array(times.reduce((sum, count) => sum + count, 0));
  let from = 0;
  for (const [place, number] of numbers.entries()) {
    const to = from + (times[place] ?? 0);
    all.fill(number, from, to);
    from = to;
  }
  return all;
}
