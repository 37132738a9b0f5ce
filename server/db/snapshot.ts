import { z } from "zod";
import { connectDatabase, type Database } from "@/server/db/client";
import { actFor, type Occasion, type Work } from "@/server/db/work";

/** By this name PostgreSQL shows connections that read a long file. */
export const snapshotName = "lantern-file";

export interface SnapshotOptions {
  readonly url: string;
  /** The common pool, by which a statement is stopped that runs on the connection apart. */
  readonly database: Database;
  /** Ends the reading, a statement that is running too. */
  readonly signal: AbortSignal;
}

/** Nobody waits longer for a file, and PostgreSQL keeps old rows for no reader longer than that. */
const longestMilliseconds = 10 * 60_000;

const Backend = z.tuple([z.object({ pid: z.number() })]);

/**
 * Runs a use case that reads for minutes: at one moment of the database, unable to write, and on a connection of its own,
 * so that no lookup ever waits for one of these. Throws when it is stopped.
 */
export async function withSnapshot(
  { url, database, signal }: SnapshotOptions,
  { actor, now }: Occasion,
  useCase: (work: Work) => Promise<void>,
): Promise<void> {
  const apart = connectDatabase({ url, connections: 1, name: snapshotName });
  let pid: number | undefined;
  const stop = () => {
    // The connection is used for this alone, so nobody else's statement can be hit.
    if (pid !== undefined)
      void database.$queryRaw`select pg_cancel_backend(${pid}::int)`.catch(() => undefined);
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    await apart.$transaction(
      async (tx) => {
        await tx.$executeRaw`set transaction read only`;
        [{ pid }] = Backend.parse(await tx.$queryRaw`select pg_backend_pid() as pid`);
        await actFor(tx, actor);
        signal.throwIfAborted();
        await useCase({ tx, actor, now });
      },
      { isolationLevel: "RepeatableRead", maxWait: 5_000, timeout: longestMilliseconds },
    );
  } finally {
    signal.removeEventListener("abort", stop);
    await apart.$disconnect();
  }
}
