import type { HeldJob } from "@/server/db/outbox-claims";
import type { Claimed } from "@/server/db/send-claims";
import { makeBell } from "@/server/vocabulary/bell";

/** Jobs that fall due, and those whose notification was lost, are found this late at the most. */
const pollMilliseconds = 1_000;

export interface LaneWork<Held extends HeldJob> {
  /** How many jobs at once. */
  readonly atOnce: number;
  /** Takes up to `limit` jobs more. Never throws. */
  readonly claim: (limit: number, underWay: Iterable<Held>) => Promise<Claimed<Held>>;
  /** Which of them are done together. */
  readonly divide: (held: readonly Held[]) => readonly (readonly Held[])[];
  /** Does what is done together. Never throws. */
  readonly run: (held: readonly Held[]) => Promise<void>;
}

export interface Lane {
  readonly underWay: () => readonly HeldJob[];
  /** There may be something to do: look now. */
  readonly look: () => void;
  /** Takes up nothing more, and resolves when what was begun is done. */
  readonly stop: () => Promise<void>;
}

/** Does the jobs of one lane as they fall due, whatever happens in the others, until it is stopped. */
export function openLane<Held extends HeldJob>({ atOnce, claim, divide, run }: LaneWork<Held>): Lane {
  const running = new Map<Held, Promise<void>>();
  const bell = makeBell();
  let isStopping = false;

  async function takeUpJobs(): Promise<void> {
    while (!isStopping) {
      const limit = atOnce - running.size;
      const { held, isMore } = limit === 0 ? nothing : await claim(limit, running.keys());
      divide(held).forEach(begin);
      if (!isMore) await bell.rung(pollMilliseconds);
    }
  }

  function begin(together: readonly Held[]): void {
    const done = run(together).finally(() => {
      for (const held of together) running.delete(held);
      bell.ring();
    });
    for (const held of together) running.set(held, done);
  }

  const looking = takeUpJobs();
  return {
    underWay: () => [...running.keys()],
    look: bell.ring,
    stop: async () => {
      isStopping = true;
      bell.ring();
      await looking;
      await Promise.all(running.values());
    },
  };
}

const nothing = { held: [], isMore: false } as const;
