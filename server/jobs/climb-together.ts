import { completeJobs, type HeldJob } from "@/server/db/outbox-claims";
import { withWork, type Work } from "@/server/db/work";
import { climbAlerts } from "@/server/domain/alert/ladder/climb-alerts";
import { lockFreeAlerts } from "@/server/domain/timeline/lock-alert";
import { ladderSettings } from "@/server/jobs/ladder-settings";
import { runHeldJob } from "@/server/jobs/run-held-job";
import type { JobService } from "@/server/jobs/worker-service";
import { systemActor } from "@/server/vocabulary/actor";
import type { AlertId } from "@/server/vocabulary/ids";

/** A climb that is held. */
export interface HeldClimb extends HeldJob {
  readonly job: { readonly kind: "climb-alert"; readonly alertId: AlertId };
}

export interface ClimbsRun {
  readonly service: JobService;
  readonly climbs: readonly HeldClimb[];
  readonly clock: () => Date;
}

export function isClimb(held: HeldJob): held is HeldClimb {
  return held.job?.kind === "climb-alert";
}

/**
 * Climbs several alerts in one transaction. An alert that somebody else is deciding about at this moment is left out
 * and climbed afterwards on its own, and so is each of them should the transaction fail: one that cannot be climbed
 * holds up none of the others. Never throws.
 */
export async function climbTogether({ service, climbs, clock }: ClimbsRun): Promise<void> {
  const occasion = { actor: systemActor("worker"), now: clock() };
  const settings = ladderSettings(service.configuration);
  const left = await withWork(service.database, occasion, (work) => climbFree(work, climbs, settings)).catch(
    (error: unknown) => {
      const name = error instanceof Error ? error.name : "unknown";
      service.log.warn({ climbs: climbs.length, error: name }, "climbing one by one");
      return climbs;
    },
  );
  await Promise.all(left.map((held) => runHeldJob({ service, held, clock })));
}

/** Climbs the alerts that are free, and gives the climbs of those that are not. */
async function climbFree(
  work: Work,
  climbs: readonly HeldClimb[],
  settings: Parameters<typeof climbAlerts>[2],
): Promise<readonly HeldClimb[]> {
  const free = await lockFreeAlerts(work, alertsOf(climbs));
  const own = await completeJobs(
    work,
    climbs.filter(({ job }) => free.has(job.alertId)),
  );
  await climbAlerts(work, alertsOf(own), settings);
  return climbs.filter(({ job }) => !free.has(job.alertId));
}

function alertsOf(climbs: readonly HeldClimb[]): readonly AlertId[] {
  return [...new Set(climbs.map(({ job }) => job.alertId))];
}
