/** From one instant up to, but not at, another. */
export interface Interval {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The same time in as few intervals as possible, in order. Pure. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const parts: Interval[] = [];
  const inOrder = intervals.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  for (const { startsAt, endsAt } of inOrder) {
    const last = parts.at(-1);
    if (last === undefined || last.endsAt < startsAt) parts.push({ startsAt, endsAt });
    else if (last.endsAt < endsAt) parts[parts.length - 1] = { startsAt: last.startsAt, endsAt };
  }
  return parts;
}

/** What is left of the first intervals when the others are taken out. Pure. */
export function without(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  return joined(taken).reduce<Interval[]>(
    (left, { startsAt, endsAt }) =>
      left
        .flatMap((part) => [
          { startsAt: part.startsAt, endsAt: earlier(part.endsAt, startsAt) },
          { startsAt: later(part.startsAt, endsAt), endsAt: part.endsAt },
        ])
        .filter((part) => part.startsAt < part.endsAt),
    joined(intervals),
  );
}

/** The time that two intervals share, if there is any. Pure. */
export function shared(one: Interval, other: Interval): Interval[] {
  const startsAt = later(one.startsAt, other.startsAt);
  const endsAt = earlier(one.endsAt, other.endsAt);
  return startsAt < endsAt ? [{ startsAt, endsAt }] : [];
}

export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

export function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
