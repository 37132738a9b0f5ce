import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { feedColumns } from "@/server/domain/register/feed-file/feed-columns";
import type { BenchList } from "@/test/bench/feed-lists";

/**
 * The least that a database has to do with the same lists: COPY of the bytes into a plain table, and one INSERT …
 * SELECT of what differs from the register, in one transaction a list that is rolled back. In seconds.
 */
export async function measureFeedFloor(owner: pg.Pool, lists: readonly BenchList[]): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query(
      `create temporary table plain (${feedColumns.map((column) => `${column} text`).join(", ")})`,
    );
    await client.query("create temporary table difference (like plain)");
    const startedAt = performance.now();
    for (const list of lists) await measureOne(client, list);
    return (performance.now() - startedAt) / 1_000;
  } finally {
    client.release(true);
  }
}

async function measureOne(client: pg.PoolClient, { bytes, authorityId }: BenchList): Promise<void> {
  await client.query("begin");
  const copy = client.query(copyFrom("copy plain from stdin with (format csv, header true)"));
  await pipeline(Readable.from([Buffer.from(bytes)]), copy);
  await client.query(
    `insert into difference
     select plain.* from plain left join (
       select * from plan join subject on subject.id = subject_id where plan.authority_id = $1
     ) held on held.nhs_number = plain.nhs_number and held.start_on = plain.start_date::date
     where held.nhs_number is null or (held.family_name, held.given_names, held.date_of_birth, held.local_id,
         held.end_on, held.deleted_on)
       is distinct from (plain.family_name, plain.given_names, plain.date_of_birth::date, plain.local_id,
         nullif(plain.end_date, '')::date, nullif(plain.delete_date, '')::date)`,
    [authorityId],
  );
  await client.query("rollback");
}
