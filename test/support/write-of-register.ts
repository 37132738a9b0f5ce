import { makeFeedFile } from "@/test/support/make-feed";
import type { World } from "@/test/support/make-world";

/** What the worker and data officers write about the register, besides the register itself. */
export async function writeOfRegister(world: World, now: Date): Promise<void> {
  const own = [world.authority.id, now];
  await world.sql("insert into feed_content select id, authority_id, $2 from feed where authority_id = $1", [
    world.authority.id,
    Buffer.from(makeFeedFile([{}])),
  ]);
  await world.sql(
    `insert into trace select authority_id, nhs_number, repeat('0', 64), $2, 'CPR06' from subject
     where authority_id = $1`,
    own,
  );
  await world.sql(
    `insert into plan_change (authority_id, plan_id, changed_at, kind)
     select authority_id, id, $2, 'added' from plan where authority_id = $1`,
    own,
  );
  await world.sql(
    "insert into birth_question select id, authority_id, $2 from plan where authority_id = $1",
    own,
  );
  await world.sql(
    `insert into data_fault (authority_id, fingerprint, cause, row_answer, row_number, "column", value, message,
       first_feed_id, first_shown_at, last_feed_id)
     select authority_id, repeat('0', 64), 'number', 'CPR01', 2, 'nhs_number', '123', 'Too short.', id, $2, id
     from feed where authority_id = $1 limit 1`,
    own,
  );
}
