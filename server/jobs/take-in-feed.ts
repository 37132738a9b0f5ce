import { completeJob, confirmHold, postponeJob } from "@/server/db/outbox-claims";
import { decideDelivery } from "@/server/domain/register/delivery/decide-delivery";
import { readDelivery, type Delivery } from "@/server/domain/register/delivery/read-delivery";
import { saveProgress, stopDelivery } from "@/server/domain/register/delivery/save-progress";
import { readFeed, type ReadableFeed } from "@/server/domain/register/feed-file/read-feed";
import { lockRegister } from "@/server/domain/register/register-state";
import { applyTraces } from "@/server/domain/register/tracing/apply-traces";
import { asWorker } from "@/server/jobs/as-worker";
import { contentOf } from "@/server/jobs/feed-content";
import type { JobRun } from "@/server/jobs/handlers";
import { afterError } from "@/server/jobs/retry-policy";
import { tracePeople } from "@/server/jobs/trace-people";
import { isUnsettled } from "@/server/vocabulary/feed-state";
import type { FeedId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";

/**
 * Reads what an authority sent, asks demographics about its people, and decides. Everything up to the last transaction
 * may break off and begin anew: until then the register is yesterday's.
 */
export async function takeInFeed(run: JobRun, feedId: FeedId): Promise<void> {
  const delivery = await asWorker(run, (work) => readDelivery(work, feedId));
  if (delivery === undefined || !isUnsettled(delivery.state)) {
    await asWorker(run, (work) => completeJob(work, run.held));
    return;
  }
  const reading = await readFeed(contentOf(run, feedId), {
    today: londonDate(run.clock()),
    onProgress: (rowsRead) => asWorker(run, (work) => saveProgress(work, feedId, { rowsRead })),
  });
  if (reading.ok) await traceAndDecide(run, { ...delivery, feedId }, reading);
  else await stop(run, feedId, reading.message);
}

async function traceAndDecide(
  run: JobRun,
  delivery: Delivery & { readonly feedId: FeedId },
  reading: ReadableFeed,
): Promise<void> {
  const { feedId, authorityId } = delivery;
  await asWorker(run, (work) => saveProgress(work, feedId, { rowsRead: reading.rowCount }));
  const judgements = await tracePeople(run, { feedId, authorityId, rows: reading.rows });
  if (judgements === undefined) {
    await wait(run, feedId);
    return;
  }
  const traced = applyTraces(reading, judgements);
  await asWorker(run, async (work) => {
    if (!(await completeJob(work, run.held))) return;
    // The register before the delivery, as everywhere.
    await lockRegister(work, authorityId);
    // Somebody may have discarded or replaced it meanwhile.
    const now = await readDelivery(work, feedId);
    if (now === undefined || !isUnsettled(now.state)) return;
    await decideDelivery(work, { ...now, feedId }, { traced, settings: run.service.configuration });
  });
}

async function stop(run: JobRun, feedId: FeedId, reason: string): Promise<void> {
  await asWorker(run, async (work) => {
    if (await completeJob(work, run.held)) await stopDelivery(work, feedId, { state: "unreadable", reason });
  });
}

/** CPF05: the list stays, and is tried again until demographics answers or nobody wants it any more. */
async function wait(run: JobRun, feedId: FeedId): Promise<void> {
  const { held, clock } = run;
  const again = afterError("take-in-feed", held.attempts, clock());
  await asWorker(run, async (work) => {
    if (!(await confirmHold(work, held))) return;
    if (!(await stopDelivery(work, feedId, { state: "waiting", reason: waitingReason }))) {
      await completeJob(work, held);
      return;
    }
    if (again.kind === "again") await postponeJob(work, held, { dueAt: again.dueAt, lastError: "CPF05" });
  });
}

const waitingReason =
  "Demographics cannot be asked at the moment. The list waits and is tried again by itself; until then the register stays as it was.";
