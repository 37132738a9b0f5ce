import type { Database } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { countChangedDays } from "@/server/domain/counting/count-changed-days";
import { systemActor } from "@/server/vocabulary/actor";

/** Lets the worker count all that has changed, as at then. */
export async function countFigures(database: Database, now: Date): Promise<void> {
  const occasion = { actor: systemActor("worker"), now };
  while (!(await withWork(database, occasion, (work) => countChangedDays(work))).isDone);
}
