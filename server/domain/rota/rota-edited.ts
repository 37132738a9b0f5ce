import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import type { NamedFault } from "@/server/domain/rota/find-rota-faults";
import { leftFaults } from "@/server/domain/rota/left-faults";

/** What every change of a rota answers: what is wrong with it now, so that it is seen when it is made. */
export interface RotaEdited {
  readonly faults: readonly NamedFault[];
}

/**
 * Ends every change of a team's rota or ladder: the alerts that wait are looked at again at once, so that whoever has just
 * come on call hears of them, and what is wrong with the rota from now on is answered.
 */
export async function rotaEdited(work: Work, teamId: string): Promise<RotaEdited> {
  await queueJob(work, { job: { kind: "hasten-climbs", teamId }, dueAt: work.now });
  return { faults: await leftFaults(work, teamId) };
}
