import type { HeldJob } from "@/server/db/outbox-claims";
import type { Claimed } from "@/server/db/send-claims";
import type { Work } from "@/server/db/work";
import type { WorkerService } from "@/server/jobs/worker-service";

/** Under whose name a job is taken up, and for how long. */
export interface Terms {
  readonly worker: string;
  readonly leaseMilliseconds: number;
}

/** What the lanes of one worker have in common. */
export interface WorkerAt {
  readonly service: WorkerService;
  readonly clock: () => Date;
  readonly asWorker: <Result>(useCase: (work: Work) => Promise<Result>) => Promise<Result>;
  /** Takes jobs up in a transaction of its own; nothing where the database cannot be reached. Never throws. */
  readonly claim: <Held extends HeldJob>(
    take: (work: Work, terms: Terms) => Promise<Claimed<Held>>,
  ) => Promise<Claimed<Held>>;
}
