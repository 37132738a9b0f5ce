import { z } from "zod";
import type { Work } from "@/server/db/work";

const Waiting = z.object({ waiting: z.number(), lastEventAt: z.date().nullable() });
export type Waiting = Readonly<z.infer<typeof Waiting>>;

/** How many alerts of the person's authorities nobody has taken, and when something last happened to any of them. */
export async function countWaiting({ tx, actor, now }: Work): Promise<Waiting> {
  const authorityIds = actor.kind === "person" ? actor.authorityIds : [];
  const rows: unknown[] = await tx.$queryRaw`
    select
      (select count(*)::int from lantern_open_alerts() where standing = 'waiting') as waiting,
      (select max(happened_at) from alert join alert_event on alert_event.alert_id = alert.id
        where authority_id = any (${authorityIds}::uuid[])
          and raised_at > ${now}::timestamptz - interval '7 days') as "lastEventAt"`;
  return Waiting.parse(rows[0]);
}
