import { z } from "zod";
import type { Work } from "@/server/db/work";
import { isSeen, seenChildren } from "@/server/domain/insight/seen-often";

const OftenSeen = z.object({ often: z.number(), widely: z.number() });
export type OftenSeen = z.infer<typeof OftenSeen>;

/** How many of these authorities' children were seen often in twelve months, of each kind. */
export async function countOftenSeen({ tx, now }: Work, authorityIds: readonly string[]): Promise<OftenSeen> {
  const rows: unknown[] = await tx.$queryRaw`
    with ${seenChildren(authorityIds, now)}
    select count(*) filter (where ${isSeen.often})::int as often,
      count(*) filter (where ${isSeen.widely})::int as widely from seen`;
  return OftenSeen.parse(rows[0]);
}
