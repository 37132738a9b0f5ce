import pino from "pino";
import { z } from "zod";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { stateSuccession, takeSuccessionBack } from "@/server/domain/counting/state-succession";
import { systemActor } from "@/server/vocabulary/actor";

// `npm run organisation:follow -- OLD NEW 2026-04-01`: states that the organisation with the code OLD became part of NEW on that
// day; `npm run organisation:follow -- OLD` takes it back. Needs DATABASE_URL only.

const log = pino({ base: { process: "follow" } });
const { DATABASE_URL } = z
  .object({ DATABASE_URL: z.string("DATABASE_URL is missing: see docs/operations.md") })
  .parse(process.env);
const [predecessorCode, successorCode, since] = z
  .union([z.tuple([z.string()]), z.tuple([z.string(), z.string(), z.iso.date()])], {
    error:
      "Name the code that went, the code that follows and the day, such as 2026-04-01; or the first alone.",
  })
  .parse(process.argv.slice(2));
const database = connectDatabase({ url: DATABASE_URL, connections: 1 });
await withWork(database, { actor: systemActor("worker"), now: new Date() }, (work) =>
  successorCode === undefined || since === undefined
    ? takeSuccessionBack(work, predecessorCode)
    : stateSuccession(work, { predecessorCode, successorCode, since }),
);
log.info({ predecessorCode, successorCode, since }, "stated, and on record");
await database.$disconnect();
