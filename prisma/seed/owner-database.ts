import { Client } from "pg";

export type Value = string | number | Date | null;
/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Value>>;
/** Rows of one table, each with the same columns. */
export type TableRows = readonly [table: string, rows: readonly Row[]];

/** Runs something in one transaction as the owner of the database: all of it is there afterwards, or nothing. */
export async function asOwner<Result>(
  ownerUrl: string,
  act: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const result = await act(client);
    await client.query("commit");
    return result;
  } finally {
    // What was begun and not committed is rolled back by the server.
    await client.end();
  }
}

/** Inserts the rows of each table with one statement, in this order. The table says what type each column has. */
export async function insertRows(client: Client, tables: readonly TableRows[]): Promise<void> {
  for (const [table, rows] of tables) {
    const [first] = rows;
    if (first === undefined) continue;
    const columns = Object.keys(first)
      .map((column) => client.escapeIdentifier(column))
      .join(", ");
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows)],
    );
  }
}
