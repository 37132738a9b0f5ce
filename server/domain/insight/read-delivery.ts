import type { Work } from "@/server/db/work";
import { readProof } from "@/server/domain/push/read-proof";
import { silentAfterSeconds } from "@/server/vocabulary/delivery-proof";

/** Whether pushes leave and arrive, as the service proves to itself every minute. */
export interface Delivery {
  /** Undefined where none of the last day was proven. */
  readonly secondsSinceProven: number | undefined;
  /** Nothing was proven for more than three minutes: alerts may not be reaching phones. */
  readonly isSilent: boolean;
  /** The same in words: `last proven delivery 12 s ago`. */
  readonly line: string;
  /** Why the newest one was not proven; undefined where it was. */
  readonly failure: string | undefined;
}

/** Reads it in one cheap query, of at most a day of minutes. */
export async function readDelivery(work: Work): Promise<Delivery> {
  const { provenAt, failure } = await readProof(work);
  if (provenAt === null) {
    const line = "no delivery proven in the last day";
    return { secondsSinceProven: undefined, isSilent: true, line, failure: failure ?? undefined };
  }
  // Never negative: the clocks of two machines differ a little.
  const secondsSinceProven = Math.max(0, (work.now.getTime() - provenAt.getTime()) / 1_000);
  return {
    secondsSinceProven,
    isSilent: secondsSinceProven > silentAfterSeconds,
    line: `last proven delivery ${Math.floor(secondsSinceProven)} s ago`,
    failure: failure ?? undefined,
  };
}
