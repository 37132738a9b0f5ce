import pino, { type Logger } from "pino";
import { z } from "zod";
import { connectDatabase, type Database } from "@/server/db/client";
import { Refusal } from "@/server/vocabulary/refusal";

interface CommandGiven {
  readonly database: Database;
  readonly log: Logger;
  /** What was written after the command. */
  readonly words: readonly string[];
}

const Environment = z.object({
  DATABASE_URL: z.string("DATABASE_URL is missing: see docs/operations.md"),
});

/**
 * Runs a command of whoever runs the service, which needs DATABASE_URL only. What cannot be done is said in one line, and the
 * process ends with 1.
 */
export async function runCommand(
  name: string,
  command: (given: CommandGiven) => Promise<void>,
): Promise<void> {
  const log = pino({ base: { process: name } });
  let database: Database | undefined;
  try {
    const { DATABASE_URL } = Environment.parse(process.env);
    database = connectDatabase({ url: DATABASE_URL, connections: 2 });
    await command({ database, log, words: process.argv.slice(2) });
  } catch (error) {
    const words = inWords(error);
    if (words === undefined) log.error({ err: error }, "it could not be done");
    else log.error(words);
    process.exitCode = 1;
  } finally {
    await database?.$disconnect();
  }
}

/** By codes of this kind the database says that it cannot be reached, does not exist or lets nobody in. */
const NoDatabase = z.object({ code: z.string().regex(/^P10\d\d$/), message: z.string() });

function inWords(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.message;
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join(" ");
  const { data } = NoDatabase.safeParse(error);
  return data && `The database that DATABASE_URL names cannot be used: ${data.message}. Nothing was done.`;
}
