import { z } from "zod";
import type { Work } from "@/server/db/work";
import { isWithin, scopeOf, type Scope } from "@/server/domain/insight/scope";
import { couldNotCheckCause } from "@/server/vocabulary/could-not-check-cause";
import { periodOf, type Period } from "@/server/vocabulary/period";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

/** Which rows are asked for, by whom, and of which days. */
export interface RowsQuestion {
  readonly scope: Scope;
  readonly request: RowsRequest;
  readonly period: Period;
  /** What is on record for the cause that is asked for; empty where none is. */
  readonly causes: readonly string[];
}

/** Understands what rows are asked for; whoever counts nothing is refused. */
export async function rowsQuestion(work: Work, request: RowsRequest): Promise<RowsQuestion> {
  const question = { scope: scopeOf(work.actor), request, period: periodOf(request.period, work.now) };
  return { ...question, causes: await causesOnRecord(work, question) };
}

const CauseRow = z.object({ cause: z.string().nullable() });

/** One place decides which cause an error is, and it is not the database. */
async function causesOnRecord(
  { tx }: Work,
  { scope, request: { cut }, period }: Omit<RowsQuestion, "causes">,
): Promise<readonly string[]> {
  if (cut?.by !== "cause") return [];
  const rows: unknown = await tx.$queryRaw`
    select distinct cause from ${scope.lookupsCounted} counted
    where answer = 'could-not-check' and ${isWithin(period)}`;
  return z
    .array(CauseRow)
    .parse(rows)
    .map(({ cause }) => cause ?? "")
    .filter((cause) => couldNotCheckCause(cause) === cut.is);
}
