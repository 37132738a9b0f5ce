import type { Work } from "@/server/db/work";
import { demographicsDigest } from "@/server/domain/register/tracing/demographics-digest";
import type { Judgement } from "@/server/domain/register/tracing/judge-trace";
import type { FeedRow } from "@/server/domain/register/feed-file/feed-row";
import type { OrganisationId } from "@/server/vocabulary/ids";

export interface Traced {
  readonly row: FeedRow;
  readonly judgement: Judgement;
}

/** Keeps what demographics said, so that it is not asked again tomorrow. */
export async function writeTraces(
  work: Work,
  authorityId: OrganisationId,
  traced: readonly Traced[],
): Promise<void> {
  if (traced.length === 0) return;
  const rows = traced.map(({ row, judgement }) => ({
    nhsNumber: row.nhsNumber,
    asked: demographicsDigest(row),
    ...judgement,
  }));

  await work.tx.$executeRaw`
    insert into trace (authority_id, nhs_number, asked, traced_at, row_answer, disagreeing, suggestion)
    select ${authorityId}::uuid, "nhsNumber", asked, ${work.now}::timestamptz, "rowAnswer",
      array(select json_array_elements_text(disagreeing)), suggestion
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as learnt ("nhsNumber" char(10), asked char(64), "rowAnswer" text, disagreeing json, suggestion text)
    on conflict (authority_id, nhs_number) do update set asked = excluded.asked, traced_at = excluded.traced_at,
      row_answer = excluded.row_answer, disagreeing = excluded.disagreeing, suggestion = excluded.suggestion`;
}
