import { z } from "zod";
import { runSql } from "@/server/demo/postgres-databases";

/** What one of two databases has and the other has not, a line each. */
export interface Difference {
  readonly onlyInFirst: readonly string[];
  readonly onlyInSecond: readonly string[];
}

/**
 * Compares what Prisma's schema can express: tables, columns with type, nullability and default, indexes, keys and
 * enumerations. Views, policies, grants, functions, triggers, checks and partial or computed indexes are SQL only, and
 * so is whether a list may be null.
 */
export async function compareCatalogues(firstUrl: string, secondUrl: string): Promise<Difference> {
  const [first, second] = await Promise.all([catalogueOf(firstUrl), catalogueOf(secondUrl)]);

  return {
    onlyInFirst: first.filter((line) => !second.includes(line)),
    onlyInSecond: second.filter((line) => !first.includes(line)),
  };
}

const Lines = z.array(z.object({ line: z.string() }));

const CATALOGUE = `
  select 'table ' || relname as line
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'
  union all
  select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
    || case when attnotnull and attndims = 0 then ' not null' else '' end
    || case attidentity::text when '' then '' else ' identity ' || attidentity::text end
    || case attgenerated::text when '' then '' else ' generated' end
    || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
  from pg_attribute
    join pg_class on pg_class.oid = attrelid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'
    and attnum > 0 and not attisdropped
  union all
  select 'index ' || pg_get_indexdef(indexrelid)
  from pg_index join pg_class on pg_class.oid = indrelid
  where relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'
    and indpred is null and indexprs is null
  union all
  select 'key ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  from pg_constraint
  where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
    and conrelid <> coalesce(to_regclass('_prisma_migrations'), 0)
  union all
  select 'enum ' || typname || ' (' || string_agg(enumlabel, ', ' order by enumsortorder) || ')'
  from pg_enum join pg_type on pg_type.oid = enumtypid
  where typnamespace = 'public'::regnamespace
  group by typname
  order by line`;

async function catalogueOf(url: string): Promise<readonly string[]> {
  return Lines.parse(await runSql(url, CATALOGUE)).map(({ line }) => line);
}
