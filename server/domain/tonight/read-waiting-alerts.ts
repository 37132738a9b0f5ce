import { z } from "zod";
import type { Work } from "@/server/db/work";
import { OrganisationId } from "@/server/vocabulary/ids";

const Waiting = z.object({
  authorityId: OrganisationId,
  count: z.number(),
  oldestAt: z.date().nullable(),
  /** Of these: the whole ladder was tried, and nobody took it. */
  unreached: z.number(),
});
export type WaitingAlerts = Readonly<Omit<z.infer<typeof Waiting>, "authorityId">>;

export const noneWaiting: WaitingAlerts = { count: 0, oldestAt: null, unreached: 0 };

/** Older ones are found too, while they still climb. */
const youngDays = 28;

/**
 * The alerts in earnest that nobody has taken, counted by authority; those without any are absent. What rests until an office
 * opens does not wait yet, and waits since then. What the whole ladder was tried for in vain waits on, however it rests.
 */
export async function readWaitingAlerts({
  tx,
  now,
}: Work): Promise<ReadonlyMap<OrganisationId, WaitingAlerts>> {
  const rows: unknown = await tx.$queryRaw`
    select authority_id as "authorityId", count(*)::int as count, min(waits_since) as "oldestAt",
      count(*) filter (where is_unreached)::int as unreached
    from lantern_waiting_alerts(${now}::timestamptz - make_interval(days => ${youngDays}::int), ${now}::timestamptz)
    where waits_since <= ${now}
    group by authority_id`;
  return new Map(
    z
      .array(Waiting)
      .parse(rows)
      .map(({ authorityId, ...waiting }) => [authorityId, waiting]),
  );
}
