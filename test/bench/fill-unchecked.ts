import type pg from "pg";

interface Definition {
  readonly owner: string;
  readonly name: string;
  readonly text: string;
}

/**
 * Fills tables with millions of rows that are known to be right: meanwhile these have no triggers, no indexes but of their
 * keys, and nobody asks whether what they refer to is there, which would take most of the time. All is put back at the end.
 */
export async function fillUnchecked(
  owner: pg.Pool,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const references = await definitions(owner, ofReferences, tables);
  const indexes = await definitions(owner, ofIndexes, tables);
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
  for (const { owner: table, name } of references)
    await owner.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await owner.query(`drop index ${name}`);

  await fill();

  for (const { text } of indexes) await owner.query(text);
  for (const { owner: table, name, text } of references) {
    await owner.query(`alter table ${table} add constraint ${name} ${text} not valid`);
  }
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
}

async function definitions(
  owner: pg.Pool,
  statement: string,
  tables: readonly string[],
): Promise<readonly Definition[]> {
  return (await owner.query<Definition>(statement, [tables])).rows;
}

const ofReferences = `
  select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as text
  from pg_constraint where contype = 'f' and conrelid = any ($1::regclass[])`;

const ofIndexes = `
  select indrelid::regclass::text as owner, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as text
  from pg_index where indrelid = any ($1::regclass[]) and not indisunique`;
