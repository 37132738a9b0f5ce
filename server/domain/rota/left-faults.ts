import type { Work } from "@/server/db/work";
import { findRotaFaults, type NamedFault } from "@/server/domain/rota/find-rota-faults";

const daysAhead = 28;

/** What is wrong with a team's rota in the next 28 days. */
export function leftFaults(work: Work, teamId: string): Promise<NamedFault[]> {
  const to = new Date(work.now.getTime() + daysAhead * 86_400_000);
  return findRotaFaults(work, { teamId, from: work.now, to });
}
