import { z } from "zod";
import type { Work } from "@/server/db/work";
import { demographicsDigest } from "@/server/domain/register/tracing/demographics-digest";
import {
  disagreeingColumns,
  traceAnswers,
  type Judgement,
} from "@/server/domain/register/tracing/judge-trace";
import type { FeedRow } from "@/server/domain/register/feed-file/feed-row";
import type { OrganisationId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

export interface KnownTraces {
  readonly judgements: Map<NhsNumber, Judgement>;
  /** One row for each person about whom demographics has to be asked. */
  readonly toAsk: readonly FeedRow[];
}

const TraceRows = z.array(
  z.object({
    nhsNumber: z.string().transform((digits) => digits as NhsNumber),
    asked: z.string(),
    rowAnswer: z.enum(traceAnswers),
    disagreeing: z.array(z.enum(disagreeingColumns)),
    suggestion: z.string().nullable(),
  }),
);

interface Wanted {
  readonly authorityId: OrganisationId;
  readonly rows: readonly FeedRow[];
  /** What was learnt longer ago is asked again. */
  readonly againDays: number;
}

/** What is known of the people of a list from earlier traces, and about whom to ask: who is new, changed or long ago. */
export async function readTraces(work: Work, { authorityId, rows, againDays }: Wanted): Promise<KnownTraces> {
  const found: unknown = await work.tx.$queryRaw`
    select nhs_number as "nhsNumber", asked, row_answer as "rowAnswer", disagreeing, suggestion from trace
    where authority_id = ${authorityId}::uuid
      and traced_at > ${work.now}::timestamptz - make_interval(days => ${againDays}::int)`;
  const traces = new Map(TraceRows.parse(found).map((trace) => [trace.nhsNumber, trace]));

  const people = new Map(rows.map((row) => [row.nhsNumber, row]));
  const isKnown = (row: FeedRow) => traces.get(row.nhsNumber)?.asked === demographicsDigest(row);
  const known = [...people.values()].filter(isKnown);
  return {
    judgements: new Map(known.flatMap(({ nhsNumber }) => pairOf(nhsNumber, traces.get(nhsNumber)))),
    toAsk: [...people.values()].filter((row) => !isKnown(row)),
  };
}

function pairOf(nhsNumber: NhsNumber, trace: Judgement | undefined): [NhsNumber, Judgement][] {
  return trace === undefined ? [] : [[nhsNumber, trace]];
}
