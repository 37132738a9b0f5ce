import fc from "fast-check";
import type { World } from "@/test/support/make-world";

const hourMilliseconds = 3_600_000;

const fault = fc.record({
  shownHoursAgo: fc.integer({ min: 0, max: 3_360 }),
  /** How many hours until it was mended; one that would be mended after now is still open. */
  lastedHours: fc.integer({ min: 1, max: 1_440 }),
  isUndone: fc.boolean(),
});

interface FaultsToMake {
  readonly seed: number;
  readonly count: number;
  readonly now: Date;
}

/** A random past of what was wrong in an authority's lists, a part of it shown by a list only that was taken back. */
export async function makeFaultPast(world: World, { seed, count, now }: FaultsToMake): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * hourMilliseconds);
  const rows = fc
    .sample(fault, { seed, numRuns: count })
    .map(({ shownHoursAgo, lastedHours, isUndone }, place) => ({
      shownAt: before(shownHoursAgo),
      fixedAt: lastedHours < shownHoursAgo ? before(shownHoursAgo - lastedHours) : null,
      isUndone: isUndone && place % 4 === 0,
    }));
  await world.sql(
    `with list as (
       insert into feed (authority_id, sequence, digest, received_at, received_by, file_answer, state)
       values ($1, 901, repeat('0', 64), $3, 'door', 'CPF02', 'applied'),
         ($1, 902, repeat('1', 64), $3, 'door', 'CPF02', 'undone')
       returning id, state)
     insert into data_fault (authority_id, fingerprint, cause, row_answer, row_number, "column", value, message,
       first_feed_id, first_shown_at, last_feed_id, fixed_feed_id, fixed_at)
     select $1, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'other', 'CPR03', 2, 'given_names',
       'Robin Secret', 'Wrong.', list.id, "shownAt", list.id, case when "fixedAt" is not null then list.id end, "fixedAt"
     from jsonb_to_recordset($2::jsonb) as made ("shownAt" timestamptz, "fixedAt" timestamptz, "isUndone" boolean)
       join list on (list.state = 'undone') = made."isUndone"`,
    [world.authority.id, JSON.stringify(rows), before(3_600)],
  );
}
