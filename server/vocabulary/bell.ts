export interface Bell {
  readonly ring: () => void;
  /** Waits for the next ring, at most so long. A ring while nobody waited counts. */
  readonly rung: (atMostMilliseconds: number) => Promise<void>;
}

/** Wakes the one who waits, sooner than they would have looked by themselves. */
export function makeBell(): Bell {
  let isRung = false;
  let wake: (() => void) | undefined;

  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    rung: async (atMostMilliseconds) => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMilliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
      wake = undefined;
    },
  };
}
