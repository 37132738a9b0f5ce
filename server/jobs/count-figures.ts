import { hastenJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { countChangedDays } from "@/server/domain/counting/count-changed-days";
import { countFiguresTurn } from "@/server/jobs/timetable";
import { turnKey } from "@/server/vocabulary/job";

/** Counts some days anew, and sees to it that the rest follows: many days at once would hold one transaction too long. */
export async function countFigures(work: Work): Promise<void> {
  const { isDone } = await countChangedDays(work);
  if (isDone) return;
  await hastenJob(work, {
    job: { kind: "count-figures" },
    dueAt: work.now,
    uniqueKey: turnKey(countFiguresTurn),
  });
}
