import { percentile } from "@/test/bench/percentile";

export interface Measured {
  readonly perSecond: number;
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
  readonly failures: number;
}

type Act = (index: number) => Promise<void>;

/** As fast as `connections` callers one after the other can go, for so many acts in all. Times in milliseconds. */
export async function closedLoad(connections: number, count: number, act: Act): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  let failures = 0;
  const startedAt = performance.now();

  const caller = async () => {
    for (let index = next++; index < count; index = next++) {
      const askedAt = performance.now();
      await act(index).catch(() => {
        failures += 1;
      });
      times.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  return measured(times, failures, performance.now() - startedAt);
}

/** So many acts a second, whether or not the earlier ones have ended: waiting in line counts as time. */
export async function openLoad(perSecond: number, seconds: number, act: Act): Promise<Measured> {
  const times: number[] = [];
  const underWay: Promise<void>[] = [];
  let failures = 0;
  const startedAt = performance.now();

  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueAt = startedAt + (index * 1_000) / perSecond;
    const wait = dueAt - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const one = act(index)
      .catch(() => {
        failures += 1;
      })
      .then(() => void times.push(performance.now() - dueAt));
    underWay.push(one);
  }
  await Promise.all(underWay);
  return measured(times, failures, performance.now() - startedAt);
}

function measured(times: readonly number[], failures: number, milliseconds: number): Measured {
  return {
    perSecond: times.length / (milliseconds / 1_000),
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    count: times.length,
    failures,
  };
}
