import { z } from "zod";
import type { Work } from "@/server/db/work";

const CountedPush = z.object({
  host: z.string(),
  name: z.enum(["accepted", "gone", "later", "refused", "unreachable", "waiting"]),
  count: z.number(),
});
export type CountedPush = Readonly<z.infer<typeof CountedPush>>;

/**
 * How many pushes each push service was given since then, by what it answered: the names of
 * server/vocabulary/push-answer.ts; `waiting` has had no answer yet. Of the whole service, whoever asks.
 */
export async function countPushes({ tx }: Work, since: Date): Promise<readonly CountedPush[]> {
  const rows: unknown = await tx.$queryRaw`
    select push_host as host, count(*)::int as count,
      case when accepted_at is not null then 'accepted'
        when last_status_code in (404, 410) then 'gone'
        when last_status_code = 429 or last_status_code >= 500 then 'later'
        when last_status_code is not null then 'refused'
        when is_answered then 'unreachable'
        else 'waiting' end as name
    from push_fact where queued_at >= ${since} group by host, name order by host, name`;
  return z.array(CountedPush).parse(rows);
}
