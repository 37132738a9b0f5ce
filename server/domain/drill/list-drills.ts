import { z } from "zod";
import type { Work } from "@/server/db/work";
import { scoreDrill, type DrillScore } from "@/server/domain/drill/score-drill";

const drillDays = 365;

const Row = z.object({
  drillId: z.string(),
  reference: z.string(),
  authorityName: z.string(),
  raisedAt: z.date(),
  shownAt: z.date().nullable(),
  takenAt: z.date().nullable(),
  unreachedAt: z.date().nullable(),
  rungs: z.number(),
  isTold: z.boolean(),
  /** Null where nobody has, and for whoever may not know. */
  takenBy: z.string().nullable(),
});

/** A drill and how it went. */
export type ListedDrill = Readonly<z.infer<typeof Row>> & { readonly score: DrillScore };

/** The drills of a year, newest first: of one's own authorities, of all for an operator. */
export async function listDrills({ tx, now }: Work): Promise<readonly ListedDrill[]> {
  const rows: unknown = await tx.$queryRaw`
    select alert_id as "drillId", reference, organisation.name as "authorityName", raised_at as "raisedAt",
      shown_at as "shownAt", taken_at as "takenAt", unreached_at as "unreachedAt", rungs, is_told as "isTold",
      taken_by as "takenBy"
    from drill_fact join organisation on organisation.id = authority_id
    where raised_at > ${now}::timestamptz - make_interval(days => ${drillDays}::int)
    order by raised_at desc, alert_id`;
  return z
    .array(Row)
    .parse(rows)
    .map((drill) => ({ ...drill, score: scoreDrill(drill, now) }));
}
