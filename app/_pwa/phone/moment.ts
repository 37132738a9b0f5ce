/** One reading of the phone's two clocks, and in which run of the app it was taken. */
export interface Moment {
  /** Milliseconds since 1970 as the phone believes: may be a day wrong, and may be put right at any time. */
  readonly wall: number;
  /** Milliseconds of this run of the app: never set, but stands still on some phones while they sleep. */
  readonly steady: number;
  readonly run: string;
}

const run = crypto.randomUUID();

export function momentNow(): Moment {
  return { wall: Date.now(), steady: performance.now(), run };
}
