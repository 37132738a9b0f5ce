import { PrismaPg } from "@prisma/adapter-pg";
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
 * database an error within seconds, so that a lookup says "could not check" instead of hanging.
 */
export function connectDatabase({ url, connections, name = "lantern" }: DatabaseOptions): Database {
  const pool = {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    query_timeout: 15_000,
    idle_in_transaction_session_timeout: 20_000,
    application_name: name,
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });

  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}
