import type { Moment } from "@/app/_pwa/phone/moment";

/** How old something was when the clocks were last read. Its age only grows. */
export interface Stamp extends Moment {
  readonly ageMs: number;
  /** How often the phone's clock made a leap that no sleep explains, between two runs of the app. */
  readonly leaps: number;
}

/** A phone that sleeps longer than this has lost its session; a clock that moves further was set. */
const longestSleepMs = 12 * 3_600_000;
/** Clocks are trimmed all the time; so little is no leap, and no time has gone by. */
const trimmedByMs = 5 * 60_000;
/** A clock may be put right once. What leaps again cannot be dated. */
const mostLeaps = 1;

export function newStamp(now: Moment): Stamp {
  return { ...now, ageMs: 0, leaps: 0 };
}

/**
 * The same thing, older. Within a run the steady clock counts, and the wall clock where it shows a sleep; between runs
 * only the wall clock is left. A leap back, or one of more than half a day, is a clock that was set: it neither ages
 * anything nor makes it younger. A second such leap between runs ends it, so that nothing lives for ever.
 */
export function older(stamp: Stamp, now: Moment): Stamp {
  const byWall = now.wall - stamp.wall;
  const isPlausible = byWall >= 0 && byWall <= longestSleepMs;
  if (now.run === stamp.run) {
    const bySteady = Math.max(0, now.steady - stamp.steady);
    return { ...stamp, ...now, ageMs: stamp.ageMs + (isPlausible ? Math.max(bySteady, byWall) : bySteady) };
  }
  if (isPlausible) return { ...stamp, ...now, ageMs: stamp.ageMs + byWall };
  if (byWall < 0 && byWall > -trimmedByMs) return { ...stamp, ...now };
  const leaps = stamp.leaps + 1;
  return { ...stamp, ...now, leaps, ageMs: leaps > mostLeaps ? Infinity : stamp.ageMs };
}
