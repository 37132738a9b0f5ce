import { saveProgress } from "@/server/domain/register/delivery/save-progress";
import type { FeedRow } from "@/server/domain/register/feed-file/feed-row";
import { judgeTrace, type Judgement } from "@/server/domain/register/tracing/judge-trace";
import { readTraces } from "@/server/domain/register/tracing/read-traces";
import { writeTraces, type Traced } from "@/server/domain/register/tracing/write-traces";
import { asWorker } from "@/server/jobs/as-worker";
import type { JobRun } from "@/server/jobs/handlers";
import type { FeedId, OrganisationId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

interface ListToTrace {
  readonly feedId: FeedId;
  readonly authorityId: OrganisationId;
  readonly rows: readonly FeedRow[];
}

/** So many people are asked about at once, and what was learnt is kept after each such step. */
const step = 25;

/**
 * What demographics says of everybody in a list. Only people who are new, changed or long not traced are asked about;
 * what is learnt is kept at once. Undefined where demographics does not answer: what was learnt till then stays.
 */
export async function tracePeople(
  run: JobRun,
  { feedId, authorityId, rows }: ListToTrace,
): Promise<ReadonlyMap<NhsNumber, Judgement> | undefined> {
  const againDays = run.service.configuration.TRACE_AGAIN_DAYS;
  const known = await asWorker(run, (work) => readTraces(work, { authorityId, rows, againDays }));
  const judgements = new Map(known.judgements);

  for (let from = 0; from < known.toAsk.length; from += step) {
    const rowsTraced = from;
    await asWorker(run, (work) =>
      saveProgress(work, feedId, { rowsToTrace: known.toAsk.length, rowsTraced }),
    );
    const people = known.toAsk.slice(from, from + step);
    const traced = await askAbout(run, people);
    await asWorker(run, (work) => writeTraces(work, authorityId, traced));
    if (traced.length < people.length) return undefined;
    for (const { row, judgement } of traced) judgements.set(row.nhsNumber, judgement);
  }
  return judgements;
}

async function askAbout({ service }: JobRun, people: readonly FeedRow[]): Promise<Traced[]> {
  const answers = await Promise.all(
    people.map(async (row) => {
      const judgement = judgeTrace(row, await service.demographics.ask(row.nhsNumber));
      return { row, judgement };
    }),
  );
  return answers.flatMap(({ row, judgement }) => (judgement === undefined ? [] : [{ row, judgement }]));
}
