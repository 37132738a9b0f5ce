import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { trendWeeksOf } from "@/server/vocabulary/trend-weeks";

const Mending = z.object({ days: z.number().nullable(), count: z.number() });

/** How long mending took of what was mended in the last 91 days: in the weeks of the trend, so that it is their sum. */
export interface Mending {
  /** Median; null where nothing was mended. */
  readonly days: number | null;
  readonly count: number;
}

/** The one way in which time to mend is counted, of these faults: by the time of mending, which is in an index. */
export function mendingOf(whose: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`
    select percentile_cont(0.5) within group (order by extract(epoch from fixed_at - first_shown_at) / 86400) as days,
      count(*)::int as count
    from fault_fact where ${whose} and fixed_at >= ${trendWeeksOf(now).bounds[0]}::timestamptz`;
}

/** Of all that any authority mended: no median of the authorities' medians, in which one thing would weigh like a hundred. */
export async function readMendingOfAll({ tx, now }: Work): Promise<Mending> {
  const rows: unknown = await tx.$queryRaw(mendingOf(Prisma.sql`true`, now));
  return z.tuple([Mending]).parse(rows)[0];
}
