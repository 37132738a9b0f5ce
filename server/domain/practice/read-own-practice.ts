import type { Work } from "@/server/db/work";
import { stepsOf, type PracticeRun } from "@/server/domain/practice/practice-run";
import { PracticeRunId } from "@/server/vocabulary/ids";

export interface OwnPractice {
  /** The run that the person is in the middle of; null where none is younger than twelve hours. */
  readonly current: PracticeRun | null;
  /** When they last finished one; null if they never did. */
  readonly practisedAt: Date | null;
}

const shiftMilliseconds = 12 * 3_600_000;

/** How far the person is with practising, so that a reload or another phone goes on where they were. */
export async function readOwnPractice({ tx, actor, now }: Work): Promise<OwnPractice> {
  if (actor.kind !== "person") return { current: null, practisedAt: null };
  const own = { personId: actor.personId };
  const open = await tx.practiceRun.findFirst({
    where: { ...own, finishedAt: null, startedAt: { gt: new Date(now.getTime() - shiftMilliseconds) } },
    orderBy: { startedAt: "desc" },
  });
  const finished = await tx.practiceRun.findFirst({
    where: { ...own, finishedAt: { not: null } },
    orderBy: { finishedAt: "desc" },
    select: { finishedAt: true },
  });
  return {
    current: open && { runId: PracticeRunId.parse(open.id), steps: stepsOf(open), finishedAt: null },
    practisedAt: finished?.finishedAt ?? null,
  };
}
