import { z } from "zod";
import { withWork } from "@/server/db/work";
import { stateSuccession, takeSuccessionBack } from "@/server/domain/counting/state-succession";
import { runCommand } from "@/server/jobs/run-command";
import { systemActor } from "@/server/vocabulary/actor";

// `npm run organisation:follow -- OLD NEW 2026-04-01`: states that the organisation with the code OLD became part of NEW on that
// day; `npm run organisation:follow -- OLD` takes it back. Needs DATABASE_URL only.

const error =
  "Name the code that went, the code that follows and the day, such as 2026-04-01; or the first alone to take it back.";
const Words = z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string(), z.iso.date({ error })])], {
  error,
});

await runCommand("follow", async ({ database, log, words }) => {
  const [predecessorCode, successorCode, since] = Words.parse(words);
  await withWork(database, { actor: systemActor("worker"), now: new Date() }, (work) =>
    successorCode === undefined || since === undefined
      ? takeSuccessionBack(work, predecessorCode)
      : stateSuccession(work, { predecessorCode, successorCode, since }),
  );
  log.info({ predecessorCode, successorCode, since }, "stated, and on record");
});
