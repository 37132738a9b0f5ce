import { z } from "zod";
import type { Work } from "@/server/db/work";
import { ringFeed } from "@/server/domain/register/delivery/feeds-channel";
import type { MistypedRow } from "@/server/domain/register/quality/mistyped-rows";
import type { FeedId } from "@/server/vocabulary/ids";

const Tried = z.object({ fingerprint: z.string(), suggestion: z.string().nullable() });

/** For which of these rows an earlier list has asked already, and what came of it. */
export async function readTried(
  { tx }: Work,
  feedId: FeedId,
  rows: readonly MistypedRow[],
): Promise<ReadonlyMap<string, string | null>> {
  const found: unknown = await tx.$queryRaw`
    select fingerprint, suggestion from data_fault
    where authority_id = (select authority_id from feed where id = ${feedId}::uuid) and fixed_at is null
      and first_feed_id <> ${feedId}::uuid and fingerprint = any (${rows.map(({ fingerprint }) => fingerprint)}::text[])`;
  return new Map(
    z
      .array(Tried)
      .parse(found)
      .map(({ fingerprint, suggestion }) => [fingerprint, suggestion]),
  );
}

export interface NumberSuggestion {
  readonly row: MistypedRow;
  readonly suggestion: string;
}

/** Writes beside each problem what to write instead, here and in the list of what is wrong today. */
export async function writeSuggestions(
  work: Work,
  feedId: FeedId,
  suggestions: readonly NumberSuggestion[],
): Promise<void> {
  if (suggestions.length === 0) return;
  const rows = suggestions.map(({ row: { rowNumber, fingerprint }, suggestion }) => ({
    rowNumber,
    fingerprint,
    suggestion,
  }));
  await work.tx.$executeRaw`
    with found as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as found ("rowNumber" int, fingerprint text, suggestion text)
    ), fault as (
      update data_fault set suggestion = found.suggestion from found
      where data_fault.fingerprint = found.fingerprint and fixed_at is null
        and authority_id = (select authority_id from feed where id = ${feedId}::uuid)
    )
    update row_problem set suggestion = found.suggestion from found
    where feed_id = ${feedId}::uuid and row_number = "rowNumber" and "column" = 'nhs_number'`;
  await ringFeed(work, feedId);
}
