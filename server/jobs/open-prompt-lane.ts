import { claimJobs, type HeldJob } from "@/server/db/outbox-claims";
import { climbTogether, isClimb } from "@/server/jobs/climb-together";
import { openLane, type Lane } from "@/server/jobs/open-lane";
import { runHeldJob } from "@/server/jobs/run-held-job";
import type { WorkerAt } from "@/server/jobs/worker-at";

/** Climbs are done in one transaction as far as they fall due together, so many at the most. */
const climbsTogether = 100;
export const promptAtOnce = 2 * climbsTogether;

/** The lane of climbs and of whatever else is quick. */
export function openPromptLane({ service, claim, clock }: WorkerAt): Lane {
  return openLane<HeldJob>({
    atOnce: promptAtOnce,
    claim: (limit) =>
      claim(async (work, terms) => {
        const most = Math.min(limit, climbsTogether);
        const held = await claimJobs(work, { ...terms, limit: most, lane: "prompt" });
        return { held, isMore: held.length === most };
      }),
    divide: (held) => {
      const climbs = held.filter(isClimb);
      const others = held.filter((one) => !isClimb(one)).map((one) => [one]);
      return climbs.length === 0 ? others : [climbs, ...others];
    },
    run: async (together) => {
      const climbs = together.filter(isClimb);
      if (climbs.length > 0) await climbTogether({ service, climbs, clock });
      else await Promise.all(together.map((held) => runHeldJob({ service, held, clock })));
    },
  });
}
