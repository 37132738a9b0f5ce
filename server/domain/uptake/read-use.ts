import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import type { UseWeeks } from "@/server/domain/uptake/use-weeks";
import type { PersonActor } from "@/server/vocabulary/actor";

const Row = z.object({ settingId: z.string(), place: z.number(), count: z.number(), lastAt: z.date() });

/** How often a setting asked in each of the weeks, and when last. */
export interface SettingCounts {
  readonly counts: readonly number[];
  readonly lastAt: Date | null;
}

/**
 * How often each setting asked in each week, answered or not; for an authority's manager, how often it raised an alert to
 * them. Only facts of these weeks are read, by the index of their time.
 */
export async function readUse(
  { tx }: Work,
  actor: PersonActor,
  { from, bounds }: UseWeeks,
): Promise<ReadonlyMap<string, SettingCounts>> {
  const rows: unknown = await tx.$queryRaw`
    select care_setting_id as "settingId", width_bucket(at, ${[...bounds]}::timestamptz[]) - 1 as place,
      count(*)::int as count, max(at) as "lastAt"
    from (${factsFor(actor, bounds)}) fact where care_setting_id is not null group by 1, 2`;
  const ofSetting = Map.groupBy(z.array(Row).parse(rows), ({ settingId }) => settingId);
  return new Map(
    [...ofSetting].map(([settingId, weeks]) => [
      settingId,
      {
        counts: from.map((_, place) => weeks.find((week) => week.place === place)?.count ?? 0),
        lastAt: new Date(Math.max(...weeks.map(({ lastAt }) => lastAt.getTime()))),
      },
    ]),
  );
}

function factsFor(
  { role, organisationId, authorityIds }: PersonActor,
  bounds: UseWeeks["bounds"],
): Prisma.Sql {
  const [since, until] = [bounds[0], bounds.at(-1)];
  if (role === "authority-manager")
    return Prisma.sql`select care_setting_id, raised_at as at from alert_fact
      where raised_at >= ${since}::timestamptz and raised_at < ${until}::timestamptz
        and authority_id = any (${[...authorityIds]}::uuid[])`;
  const isTheirs =
    role === "operator" ? Prisma.sql`true` : Prisma.sql`organisation_id = ${organisationId}::uuid`;
  return Prisma.sql`
    select care_setting_id, asked_at as at from lookup_fact
    where asked_at >= ${since}::timestamptz and asked_at < ${until}::timestamptz and ${isTheirs}
    union all
    select care_setting_id, failed_at from failed_lookup_fact
    where failed_at >= ${since}::timestamptz and failed_at < ${until}::timestamptz and ${isTheirs}`;
}
