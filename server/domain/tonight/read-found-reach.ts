import { z } from "zod";
import type { Work } from "@/server/db/work";
import { PersonId } from "@/server/vocabulary/ids";
import { reachLevels, ReachReason } from "@/server/vocabulary/reach";

const FoundReach = z.object({
  level: z.enum(reachLevels),
  checkedAt: z.date(),
  lastProvenAt: z.date().nullable(),
  /** Empty for whoever may not know why. */
  reasons: z.array(ReachReason),
});
/** What a check of a rota found of somebody. */
export type FoundReach = Readonly<z.infer<typeof FoundReach>>;

const Row = FoundReach.extend({ teamId: z.uuid(), personId: PersonId });

interface OfTeam {
  readonly teamId: string;
  readonly personId: PersonId;
}

/** What the newest check of each of these people in this team found, by `keyOfReach`. One query. */
export async function readFoundReach(
  { tx }: Work,
  people: readonly OfTeam[],
): Promise<ReadonlyMap<string, FoundReach>> {
  const rows: unknown = await tx.$queryRaw`
    select asked.team_id as "teamId", asked.person_id as "personId", newest.level,
      newest.checked_at as "checkedAt", newest.last_proven_at as "lastProvenAt", newest.reasons
    from (select distinct team_id, person_id from unnest(${people.map(({ teamId }) => teamId)}::uuid[],
        ${people.map(({ personId }) => personId)}::uuid[]) as one (team_id, person_id)) asked
      cross join lateral (select * from reach_fact
        where duty_team_id = asked.team_id and person_id = asked.person_id
        order by checked_at desc, id desc limit 1) newest`;
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map(({ teamId, personId, ...found }) => [keyOfReach({ teamId, personId }), found]),
  );
}

export function keyOfReach({ teamId, personId }: OfTeam): string {
  return `${teamId} ${personId}`;
}
