import type { HeldJob } from "@/server/db/outbox-claims";
import { claimSends } from "@/server/db/send-claims";
import { openLane, type Lane } from "@/server/jobs/open-lane";
import { makePushHosts, share } from "@/server/jobs/push-hosts";
import { runHeldJob } from "@/server/jobs/run-held-job";
import type { WorkerAt } from "@/server/jobs/worker-at";
import { webhookJobKinds } from "@/server/vocabulary/job";

/** One address has one job at a time; a host that hangs takes no more than half. */
const webhooksAtOnce = 2 * share;

/** The lane of what goes to authorities' servers: apart from pushes, and host by host as those are. */
export function openWebhookLane({ service, claim, clock }: WorkerAt): Lane {
  const hosts = makePushHosts();
  return openLane<HeldJob>({
    atOnce: webhooksAtOnce,
    claim: (limit, underWay) => {
      const rooms = hosts.roomsBeside(underWay);
      return claim((work, terms) => claimSends(work, { ...terms, limit, kinds: webhookJobKinds }, rooms));
    },
    divide: (held) => held.map((one) => [one]),
    run: async ([held]) => {
      if (held === undefined) return;
      const hearSilence = (isSilent: boolean) => {
        // Of a copy: the job goes on with the next notice, and its place is free when it ends.
        hosts.hear({ ...held }, { kind: isSilent ? "unreachable" : "accepted" });
      };
      await runHeldJob({ service, held, clock, hearSilence });
    },
  });
}
