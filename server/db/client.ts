import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/server/db/generated/client";
import { statementNames } from "@/server/db/statement-names";

export type Database = PrismaClient;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections kept at the most; one runs one transaction at a time. */
  readonly connections: number;
  /** By which PostgreSQL shows them. */
  readonly name?: string;
}

/**
 * Opens the pool to PostgreSQL as the running role. Nothing connects until the first question. The limits make a lost
 * database an error within seconds, so that a lookup says "could not check" instead of hanging; PostgreSQL ends what takes
 * too long before we stop waiting for it, so that nothing goes on behind our back.
 */
export function connectDatabase({ url, connections, name = "lantern" }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: 12_000,
    query_timeout: 15_000,
    idle_in_transaction_session_timeout: 20_000,
    application_name: name,
  });
  pool.on("release", closeUnfinished);
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames(), disposeExternalPool: true });

  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}

/**
 * A connection that comes back with a transaction still open on it goes to nobody else: their commit would commit half of
 * somebody's work. Happens where the database does not answer, and so not to our rollback either.
 */
function closeUnfinished(_error: Error | undefined, client: pg.PoolClient): void {
  if (client.getTransactionStatus() !== "I") void client.end();
}
