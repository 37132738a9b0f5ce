import { expect } from "@playwright/test";
import pg from "pg";
import { z } from "zod";
import { runSql } from "@/server/demo/postgres-databases";

export interface TableLock {
  /** Resolves when somebody stands before the table and waits. */
  readonly isWaitedFor: () => Promise<void>;
  readonly countWaiting: () => Promise<number | undefined>;
  /** Lets the others go on, once this statement of whoever holds the table is committed. */
  readonly releaseAfter: (statement: string) => Promise<void>;
  readonly release: () => Promise<void>;
}

/** Holds whoever next touches a table, or, if it may be read, writes to it, in the middle of their transaction, where a test can then end them. */
export async function lockTable(
  ownerUrl: string,
  table:
    "alert" | "device" | "data_fault" | "alert_organisation_day" | "reach_check" | "reach_result" | "trace",
  { mayRead = false } = {},
): Promise<TableLock> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`begin; lock table ${table} in ${mayRead ? "share" : "access exclusive"} mode`);

  return {
    isWaitedFor: async () => {
      await expect.poll(() => countWaiting(ownerUrl, table)).toBeGreaterThan(0);
    },
    countWaiting: () => countWaiting(ownerUrl, table),
    releaseAfter: async (statement) => {
      await client.query(`${statement}; commit`);
      await client.end();
    },
    release: () => client.end(),
  };
}

async function countWaiting(ownerUrl: string, table: string): Promise<number | undefined> {
  const rows = await runSql(
    ownerUrl,
    `select count(*)::int as count from pg_locks where not granted and relation = '${table}'::regclass`,
  );
  return z.array(z.object({ count: z.number() })).parse(rows)[0]?.count;
}
