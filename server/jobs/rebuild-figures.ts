import type { Database } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import { countChangedDays } from "@/server/domain/counting/count-changed-days";
import { markAllDays } from "@/server/domain/counting/mark-all-days";
import { runCommand } from "@/server/jobs/run-command";
import { systemActor } from "@/server/vocabulary/actor";

// `npm run insight:rebuild`: counts every figure anew from its facts, day by day, while the service goes on. Needs
// DATABASE_URL only. May be broken off and begun again: workers count what is left.

await runCommand("rebuild", async ({ database, log }) => {
  const marks = await asWorker(database, markAllDays);
  log.info({ marks }, "counting every day anew");
  while (!(await asWorker(database, (work) => countChangedDays(work))).isDone);
  log.info("all days are counted");
});

function asWorker<Result>(to: Database, useCase: (work: Work) => Promise<Result>): Promise<Result> {
  return withWork(to, { actor: systemActor("worker"), now: new Date() }, useCase);
}
