import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { feedColumns } from "@/server/domain/register/feed-file/feed-columns";
import { problemColumn, suggestionColumn } from "@/server/domain/register/feed-file/feed-header";
import { sourceOf } from "@/server/domain/register/feed-file/feed-source";
import { readFeedTable } from "@/server/domain/register/feed-file/read-feed-table";
import { writeCsv } from "@/server/vocabulary/csv";
import type { FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface CorrectedList {
  /** The name under which the mended list can be sent. */
  readonly fileName: string;
  readonly text: string;
}

/**
 * A list as it came, every row of it, with two columns more: what is wrong in the row and what to write instead. To be
 * mended and sent as the next list; the two columns may stay. Throws where the file is no longer kept.
 */
export async function writeCorrectedList(work: Work, feedId: FeedId): Promise<CorrectedList> {
  const list = await readList(work, feedId);
  const problems = Map.groupBy(list.problems, ({ rowNumber }) => rowNumber);
  const { rows } = await readFeedTable(sourceOf(list.bytes));
  const lines: string[][] = [];
  for await (const { rowNumber, cells } of rows) {
    const wrong = problems.get(rowNumber) ?? [];
    lines.push([
      ...feedColumns.map((column) => cells[column]),
      wrong.map(({ column, message }) => (column === "" ? message : `${column}: ${message}`)).join(" "),
      wrong
        .flatMap(({ column, suggestion }) => (suggestion === null ? [] : [`${column}: ${suggestion}`]))
        .join(" "),
    ]);
  }
  await recordAudit(work, { action: "feed:read", outcome: "done", detail: "downloaded", concerns: feedId });
  const header = [...feedColumns, problemColumn, suggestionColumn];
  return {
    fileName: `${list.authorityCode}_${list.nextSequence}.csv`,
    text: writeCsv(header, lines, { byteOrderMark: true }),
  };
}

const KeptList = z.object({
  bytes: z.instanceof(Uint8Array),
  authorityCode: z.string(),
  nextSequence: z.number(),
  problems: z.array(
    z.object({
      rowNumber: z.number(),
      column: z.string(),
      message: z.string(),
      suggestion: z.string().nullable(),
    }),
  ),
});

async function readList({ tx, actor }: Work, feedId: FeedId): Promise<z.infer<typeof KeptList>> {
  const own = actor.kind === "person" ? [...actor.authorityIds] : [];
  const rows: unknown[] = await tx.$queryRaw`
    select bytes, organisation.code as "authorityCode", case when feed.state in ('applied', 'undone')
        then coalesce(last_sequence, 0) + 1 else feed.sequence end as "nextSequence",
      (select coalesce(json_agg(json_build_object('rowNumber', row_number, 'column', "column", 'message', message,
        'suggestion', suggestion) order by row_number, id), '[]') from row_problem where feed_id = feed.id) as problems
    from feed_content join feed on feed.id = feed_id join organisation on organisation.id = feed.authority_id
      left join register_state on register_state.authority_id = feed.authority_id
    where feed.id = ${feedId}::uuid and feed.kind = 'list' and feed.state <> 'unreadable'
      and feed.authority_id = any (${own}::uuid[])`;
  if (rows.length === 0) throw new Refusal("not-found", "The file of this list is no longer kept.");
  return KeptList.parse(rows[0]);
}
