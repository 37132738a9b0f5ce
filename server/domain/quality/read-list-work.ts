import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { ListWork } from "@/server/domain/quality/list-quality";
import { addDays, londonDate } from "@/server/vocabulary/london-time";

const workDays = 28;

const Row = z.object({ authorityId: z.string(), days: z.number(), minutesADay: z.number() });

/**
 * For how long somebody of each authority was at its lists, on a day on which anybody was, of the last 28 days: from one
 * act on record to the next of the same person, as it was counted by day. What is done in the authority's own system shows
 * as pauses only.
 */
export async function readListWork({ tx, now }: Work): Promise<ReadonlyMap<string, ListWork>> {
  const today = londonDate(now);
  const rows: unknown = await tx.$queryRaw`
    select authority_id as "authorityId", count(*)::int as days, (sum(seconds) / 60 / count(*))::float8 as "minutesADay"
    from list_work_day where day between ${addDays(today, 1 - workDays)}::date and ${today}::date
    group by authority_id`;
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map(({ authorityId, ...listWork }) => [authorityId, listWork]),
  );
}
