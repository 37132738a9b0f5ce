import { z } from "zod";
import type { Work } from "@/server/db/work";
import { parseFeedDate } from "@/server/domain/register/feed-file/feed-date";
import { rowKeyOf } from "@/server/domain/register/feed-file/feed-row";
import type { FeedSource } from "@/server/domain/register/feed-file/feed-source";
import { readFeedTable, type RawFeedRow } from "@/server/domain/register/feed-file/read-feed-table";
import { faultOfProblem } from "@/server/domain/register/quality/fault-of-problem";
import type { NamedPerson } from "@/server/domain/register/tracing/demographics-digest";
import type { FeedId } from "@/server/vocabulary/ids";

/** A row whose number fails its check, with the person whom it names. */
export interface MistypedRow extends NamedPerson {
  readonly rowNumber: number;
  readonly digits: string;
  /** Of the fault that follows it from list to list. */
  readonly fingerprint: string;
}

/** Whoever has more such rows than this has another trouble than slips of the hand. */
const mostRows = 25;

const Problem = z.object({ rowNumber: z.number(), digits: z.string(), message: z.string() });

/** Rows of a delivery with ten digits that are no NHS number, and nothing to write instead yet. */
export async function readMistyped({ tx }: Work, feedId: FeedId): Promise<z.infer<typeof Problem>[]> {
  const rows: unknown = await tx.$queryRaw`
    select row_number as "rowNumber", regexp_replace(value, '[^0-9]', '', 'g') as digits, message from row_problem
    where feed_id = ${feedId}::uuid and row_answer = 'CPR04' and "column" = 'nhs_number' and suggestion is null
      and value ~ '^([0-9][ -]*){10}$'
    order by row_number limit ${mostRows}::int`;
  return z.array(Problem).parse(rows);
}

/** The same rows with what the file says of the person; those without a whole date of birth are left out. */
export async function findMistypedRows(
  source: FeedSource,
  problems: Awaited<ReturnType<typeof readMistyped>>,
): Promise<MistypedRow[]> {
  const wanted = new Map(problems.map((problem) => [problem.rowNumber, problem]));
  const found: MistypedRow[] = [];
  for await (const raw of (await readFeedTable(source)).rows) {
    const problem = wanted.get(raw.rowNumber);
    const row = problem && mistypedRow(raw, problem);
    if (row !== undefined) found.push(row);
  }
  return found;
}

function mistypedRow(
  { rowNumber, cells }: RawFeedRow,
  { digits, message }: z.infer<typeof Problem>,
): MistypedRow | undefined {
  const born = parseFeedDate(cells.date_of_birth);
  if (!born.ok) return undefined;
  const rowKey = rowKeyOf({ nhsNumber: cells.nhs_number, localId: cells.local_id });
  const { fingerprint } = faultOfProblem({
    rowNumber,
    column: "nhs_number",
    value: cells.nhs_number,
    rowAnswer: "CPR04",
    message,
    rowKey,
  });
  return {
    rowNumber,
    digits,
    fingerprint,
    familyName: cells.family_name,
    givenNames: cells.given_names,
    dateOfBirth: born.date,
  };
}
