import { hastenJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { removeOld } from "@/server/domain/retention/remove-old";
import { removeOldTurn } from "@/server/jobs/timetable";
import { turnKey } from "@/server/vocabulary/job";

/** One small step of removing what is old; the next is a job of its own, so that others come between them. */
export async function removeOldRows(work: Work): Promise<void> {
  const { isDone } = await removeOld(work);
  if (isDone) return;
  await hastenJob(work, {
    job: { kind: "remove-old" },
    dueAt: work.now,
    uniqueKey: turnKey(removeOldTurn),
  });
}
