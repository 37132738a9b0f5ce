import pino from "pino";
import { z } from "zod";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import { countChangedDays } from "@/server/domain/counting/count-changed-days";
import { markAllDays } from "@/server/domain/counting/mark-all-days";
import { systemActor } from "@/server/vocabulary/actor";

// `npm run insight:rebuild`: counts every figure anew from its facts, day by day, while the service goes on. Needs
// DATABASE_URL only. May be broken off and begun again: workers count what is left.

const log = pino({ base: { process: "rebuild" } });
const { DATABASE_URL } = z
  .object({ DATABASE_URL: z.string("DATABASE_URL is missing: see docs/operations.md") })
  .parse(process.env);
const database = connectDatabase({ url: DATABASE_URL, connections: 2 });
const marks = await asWorker(database, markAllDays);
log.info({ marks }, "counting every day anew");
while (!(await asWorker(database, (work) => countChangedDays(work))).isDone);
log.info("all days are counted");
await database.$disconnect();

function asWorker<Result>(to: Database, useCase: (work: Work) => Promise<Result>): Promise<Result> {
  return withWork(to, { actor: systemActor("worker"), now: new Date() }, useCase);
}
