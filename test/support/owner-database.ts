import { Client } from "pg";
import { z } from "zod";

/** Asks the product's database as its owner, who sees everything: for what no page shows, such as how often. */
export async function askOwner<Row>(
  ownerUrl: string,
  row: z.ZodType<Row>,
  ...[sql, values = []]: [string, unknown[]?]
): Promise<Row[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows }: { rows: unknown[] } = await client.query(sql, values);
    return z.array(row).parse(rows);
  } finally {
    await client.end();
  }
}

const Count = z.object({ count: z.coerce.number() });

/** How many lookups of this number are on record. */
export async function countLookups(ownerUrl: string, nhsNumber: string): Promise<number> {
  const sql = "select count(*) from lookup where nhs_number = $1";
  const [found] = await askOwner(ownerUrl, Count, sql, [nhsNumber]);
  return found?.count ?? 0;
}
