import type { Work } from "@/server/db/work";
import type { Shift } from "@/server/domain/rota/on-call";
import { readRota } from "@/server/domain/rota/read-rota";

const dayMilliseconds = 86_400_000;

/** A team's shifts that touch the day before or after this moment: enough to know the ladder and its gaps. */
export async function readShifts(work: Work, dutyTeamId: string): Promise<readonly Shift[]> {
  const from = new Date(work.now.getTime() - dayMilliseconds);
  const to = new Date(work.now.getTime() + dayMilliseconds);
  return readRota(work, { teamIds: [dutyTeamId], from, to });
}
