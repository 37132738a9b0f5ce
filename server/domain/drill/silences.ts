import { addDays, londonDate, startOfLondonDay, type LondonDate } from "@/server/vocabulary/london-time";

/** What is on record of a day of deliveries that the service proved to itself. */
export interface ProofDay {
  readonly day: LondonDate;
  readonly begun: number;
  readonly proven: number;
  readonly firstProvenAt: Date | null;
  readonly lastProvenAt: Date | null;
  /** Between two arrivals of the day. */
  readonly longestGapSeconds: number;
}

/** A day of the service's own heartbeat. */
export interface HeartbeatDay extends Pick<ProofDay, "day" | "begun" | "proven"> {
  /** The longest time without an arrival that was going on during the day, from the last one before. */
  readonly longestSilenceSeconds: number;
}

interface Read {
  /** By day, the oldest first. */
  readonly days: readonly ProofDay[];
  readonly now: Date;
}

/**
 * Every day from the first that is on record to today, with the longest silence in it: up to the end of the day, or to
 * now. A silence over midnight is in the first day as long as it was by then, and whole in the second. Pure.
 */
export function silencesOf({ days, now }: Read): readonly HeartbeatDay[] {
  const [first] = days;
  if (first === undefined) return [];
  const byDay = new Map(days.map((one) => [one.day, one]));
  const heartbeats: HeartbeatDay[] = [];
  let lastAt: Date | null = null;
  for (let day = first.day; day <= londonDate(now); day = addDays(day, 1)) {
    const known = byDay.get(day) ?? { ...nothing, day };
    const { begun, proven } = known;
    heartbeats.push({ day, begun, proven, longestSilenceSeconds: longestSilence(known, lastAt, now) });
    lastAt = known.lastProvenAt ?? lastAt ?? startOfLondonDay(day);
  }
  return heartbeats;
}

const nothing = {
  begun: 0,
  proven: 0,
  firstProvenAt: null,
  lastProvenAt: null,
  longestGapSeconds: 0,
} as const;

function longestSilence(known: ProofDay, before: Date | null, now: Date): number {
  const { day, firstProvenAt, lastProvenAt, longestGapSeconds } = known;
  const endsAt = Math.min(startOfLondonDay(addDays(day, 1)).getTime(), now.getTime());
  // Of the first day on record nobody knows when the service began.
  const since = before ?? firstProvenAt ?? startOfLondonDay(day);
  const until = firstProvenAt?.getTime() ?? endsAt;
  const seconds = [
    longestGapSeconds,
    (until - since.getTime()) / 1_000,
    (endsAt - (lastProvenAt ?? since).getTime()) / 1_000,
  ];
  return Math.max(0, ...seconds.map(Math.round));
}
