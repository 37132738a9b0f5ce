import type { PersonActor } from "@/server/vocabulary/actor";
import type { World } from "@/test/support/make-world";

interface ListToMake {
  readonly sequence: number;
  readonly at: Date;
  readonly loaded?: number;
  readonly unmatched?: number;
}

/** A list of 100 rows that was applied; gives its id. */
export async function makeAppliedList(world: World, list: ListToMake): Promise<string> {
  const { sequence, at, loaded = 100, unmatched = 0 } = list;
  const [row] = await world.sql(
    `insert into feed (authority_id, sequence, digest, received_at, received_by, state, file_answer, applied_at,
       row_count, loaded_count, unmatched_count)
     values ($1, $2, repeat('0', 64), $3, 'door', 'applied', 'CPF02', $3, 100, $4, $5) returning id`,
    [world.authority.id, sequence, at, loaded, unmatched],
  );
  return String(row?.["id"]);
}

interface FaultToMake {
  readonly feedId: string;
  readonly rowAnswer: string;
  readonly shownAt: Date;
  readonly fixedAt?: Date;
}

/** Something that is or was wrong in an authority's lists, about somebody whose name is "Robin Secret". */
export async function makeFault(
  world: World,
  { feedId, rowAnswer, shownAt, fixedAt }: FaultToMake,
): Promise<void> {
  await world.sql(
    `insert into data_fault (authority_id, fingerprint, cause, row_answer, row_number, "column", value, message,
       first_feed_id, first_shown_at, last_feed_id, fixed_feed_id, fixed_at)
     select $1, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'other', $3, 2, 'given_names',
       'Robin Secret', 'Wrong.', $2, $4, $2, case when $5::timestamptz is not null then $2::uuid end, $5`,
    [world.authority.id, feedId, rowAnswer, shownAt, fixedAt ?? null],
  );
}

/** Acts of a person at the lists, at these minutes after an instant. */
export async function makeListActs(
  world: World,
  person: PersonActor,
  { from, minutes }: { readonly from: Date; readonly minutes: readonly number[] },
): Promise<void> {
  for (const minute of minutes) {
    await world.sql(
      `insert into audit (happened_at, actor_kind, person_id, actor_name, organisation_id, action, outcome)
       values ($1::timestamptz + make_interval(mins => $2), 'person', $3, 'x', $4, 'feed:read', 'done')`,
      [from, minute, person.personId, person.organisationId],
    );
  }
}
