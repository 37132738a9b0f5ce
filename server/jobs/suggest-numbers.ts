import { completeJob } from "@/server/db/outbox-claims";
import {
  findMistypedRows,
  readMistyped,
  type MistypedRow,
} from "@/server/domain/register/quality/mistyped-rows";
import { similarNumbers } from "@/server/domain/register/quality/similar-numbers";
import {
  readTried,
  writeSuggestions,
  type NumberSuggestion,
} from "@/server/domain/register/quality/write-suggestions";
import { judgeTrace } from "@/server/domain/register/tracing/judge-trace";
import { asWorker } from "@/server/jobs/as-worker";
import type { JobRun } from "@/server/jobs/handlers";
import { contentOf } from "@/server/jobs/feed-content";
import type { FeedId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

/**
 * Looks for the number that was meant where one fails its check: one slip away, and demographics knows the row's person
 * by it. Suggested only where exactly one is. Comes after the list's answer, which nobody waits for it.
 */
export async function suggestNumbers(run: JobRun, feedId: FeedId): Promise<void> {
  const problems = await asWorker(run, (work) => readMistyped(work, feedId));
  const rows = problems.length === 0 ? [] : await findMistypedRows(contentOf(run, feedId), problems);
  const tried = await asWorker(run, (work) => readTried(work, feedId, rows));

  const suggestions: NumberSuggestion[] = [];
  for (const row of rows) {
    const suggestion = tried.has(row.fingerprint) ? tried.get(row.fingerprint) : await findMeant(run, row);
    if (suggestion !== undefined && suggestion !== null) suggestions.push({ row, suggestion });
  }
  await asWorker(run, async (work) => {
    if (await completeJob(work, run.held)) await writeSuggestions(work, feedId, suggestions);
  });
}

async function findMeant({ service }: JobRun, row: MistypedRow): Promise<NhsNumber | undefined> {
  const agreeing: NhsNumber[] = [];
  for (const nhsNumber of similarNumbers(row.digits)) {
    const judgement = judgeTrace({ ...row, nhsNumber }, await service.demographics.ask(nhsNumber));
    if (judgement === undefined) throw new Error("demographics does not answer");
    if (judgement.rowAnswer === "CPR06") agreeing.push(nhsNumber);
  }
  return agreeing.length === 1 ? agreeing[0] : undefined;
}
