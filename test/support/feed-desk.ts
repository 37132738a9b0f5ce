import type { Database } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { confirmDelivery } from "@/server/domain/register/delivery/confirm-delivery";
import { sourceOf } from "@/server/domain/register/feed-file/feed-source";
import { readFeed } from "@/server/domain/register/feed-file/read-feed";
import { showFeed, type FeedReport } from "@/server/domain/register/show-feed";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import type { JobService } from "@/server/jobs/worker-service";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { FeedId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";
import type { FakeDemographics } from "@/test/support/fake-demographics";

/** Where lists are taken in during a test: a worker whose clock the test holds, and demographics beside it. */
export interface FeedDesk {
  readonly pool: Database;
  readonly service: JobService;
  readonly demographics: FakeDemographics;
  /** From now on demographics agrees with every good row of this list. */
  readonly agreesWith: (list: Uint8Array, at: Date) => Promise<void>;
  /** Does all that is due for lists at this time. */
  readonly takesIn: (at: Date) => Promise<void>;
  readonly reportOf: (officer: PersonActor, feedId: FeedId, at: Date) => Promise<FeedReport>;
  /** The officer looks and says yes, and the list is applied. */
  readonly confirms: (officer: PersonActor, feedId: FeedId, at: Date) => Promise<void>;
}

export function makeFeedDesk(service: JobService, demographics: FakeDemographics): FeedDesk {
  const pool = service.database;
  const takesIn = async (at: Date) => {
    await runDueJobs(service, at, "lists");
  };
  const reportOf: FeedDesk["reportOf"] = (officer, feedId, now) =>
    withWork(pool, { actor: officer, now }, (work) => showFeed(work, { feedId, most: 1_000 }));

  return {
    pool,
    service,
    demographics,
    takesIn,
    reportOf,
    agreesWith: async (list, at) => {
      const reading = await readFeed(sourceOf(list), { today: londonDate(at) });
      for (const { nhsNumber, familyName, givenNames, dateOfBirth } of reading.ok ? reading.rows : []) {
        const name = { familyName, givenNames: givenNames.split(" ") };
        const names = [...(demographics.patientOf(nhsNumber)?.names ?? []), name];
        demographics.know({ nhsNumber, names, dateOfBirth });
      }
    },
    confirms: async (actor, feedId, at) => {
      const { version } = await reportOf(actor, feedId, at);
      const confirmation = { feedId, version: version ?? -1 };
      await withWork(pool, { actor, now: at }, (work) => confirmDelivery(work, confirmation));
      await takesIn(at);
    },
  };
}
