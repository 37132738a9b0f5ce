import { z } from "zod";
import { queueJobs } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { digestWeek } from "@/server/domain/digest/digest-week";
import { digestKey } from "@/server/vocabulary/job";
import { WeeklyDigestId } from "@/server/vocabulary/ids";

const Row = z.object({ id: WeeklyDigestId });

/** On Mondays from eight: leaves a job for each person who asked for the week and has not had it. */
export async function planDigests(work: Work): Promise<void> {
  const week = digestWeek(work.now);
  if (week === undefined) return;
  const rows: unknown = await work.tx.$queryRaw`
    select id from weekly_digest
    where stopped_at is null and chosen_at < ${week.dueAt} and (week is null or week < ${week.monday}::date)`;
  const jobs = z
    .array(Row)
    .parse(rows)
    .map(({ id }) => ({
      job: { kind: "send-digest" as const, digestId: id, monday: week.monday },
      dueAt: work.now,
      uniqueKey: digestKey(id),
    }));
  await queueJobs(work, jobs);
}
