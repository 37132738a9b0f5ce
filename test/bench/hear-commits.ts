import pg from "pg";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";

export interface Commits {
  /** When the database first said that something had been committed about an alert, by the alert's id. */
  readonly at: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/**
 * Hears of each alert as the worker does, by PostgreSQL's notification, which is sent when the transaction has been
 * committed: the instant from which a push is waited for, on the clock of this process.
 */
export async function hearCommits(ownerUrl: string): Promise<Commits> {
  const at = new Map<string, number>();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  client.on("notification", ({ payload = "" }) => {
    if (!at.has(payload)) at.set(payload, performance.now());
  });
  // A benchmark that breaks off stops the database first; its own error is the one to be read.
  client.on("error", () => undefined);
  await client.query(`listen ${alertsChannel}`);
  return { at, stop: () => client.end() };
}
