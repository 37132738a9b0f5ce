import { z } from "zod";
import { latestLeaseEnd, readClaimed, type Claim, type HeldJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import type { JobKind } from "@/server/vocabulary/job";

/** How many sends more a worker may begin, by the host that they go to. */
export interface HostRooms {
  /** Of a host that is not in `left`. */
  readonly usual: number;
  readonly left: ReadonlyMap<string, number>;
}

export interface Claimed<Held extends HeldJob = HeldJob> {
  readonly held: readonly Held[];
  /** There may be more at this moment: look again before waiting. */
  readonly isMore: boolean;
}

export interface SendClaim extends Omit<Claim, "lane"> {
  readonly kinds: readonly JobKind[];
}

const Chosen = z.object({ is_taken: z.boolean() });

/**
 * Takes up to `limit` due sends that nobody holds, to each host no more than it has room for: its longest due first, and
 * every host's first before any one's second. Rows that another worker is taking at this moment are
 * passed over, so that workers never wait for each other.
 */
export async function claimSends(
  { tx, now }: Work,
  { worker, limit, leaseMilliseconds, kinds }: SendClaim,
  rooms: HostRooms,
): Promise<Claimed> {
  const leasedUntil = new Date(now.getTime() + leaseMilliseconds);
  const latestEnd = latestLeaseEnd(now, leaseMilliseconds);
  const full = [...rooms.left].filter(([, room]) => room <= 0).map(([host]) => host);
  // What is due is asked twice: once to choose, and once of the newest version of each row that is locked.
  const rows: unknown[] = await tx.$queryRaw`
    with waiting as (
      select id, due_at, push_host, row_number() over (partition by push_host order by due_at, id) as place
      from outbox
      where kind = any (${[...kinds]}::text[]) and due_at <= ${now} and gave_up_at is null
        and (leased_until is null or leased_until <= ${now} or leased_until > ${latestEnd})
        and (push_host is null or push_host <> all (${full}::text[]))
    ), chosen as (
      select id, due_at, place from waiting
        left join unnest(${[...rooms.left.keys()]}::text[], ${[...rooms.left.values()]}::int[])
          as known (push_host, room) using (push_host)
      where place <= coalesce(room, ${rooms.usual})
      order by place, due_at, id limit ${limit}
    ), free as (
      select outbox.id from outbox join chosen using (id)
      where outbox.due_at <= ${now} and gave_up_at is null
        and (leased_until is null or leased_until <= ${now} or leased_until > ${latestEnd})
      for update of outbox skip locked
    ), claimed as (
      update outbox set leased_by = ${worker}, leased_until = ${leasedUntil}, attempts = attempts + 1
      from free where outbox.id = free.id
      returning outbox.id, outbox.attempts, outbox.job, outbox.push_host
    )
    select id, attempts, job, claimed.push_host, attempts is not null as is_taken
    from chosen left join claimed using (id) order by place, due_at, id`;

  const taken = rows.filter((row) => Chosen.parse(row).is_taken);
  return { held: readClaimed(taken, worker), isMore: taken.length < rows.length || taken.length === limit };
}
