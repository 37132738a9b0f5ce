import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { PersonId } from "@/server/vocabulary/ids";
import { roles } from "@/server/vocabulary/permission";

const Target = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), rung: z.number(), personId: PersonId }),
  z.object({ kind: z.literal("role"), rung: z.number(), role: z.enum(roles) }),
  z.object({ kind: z.literal("team"), rung: z.number(), targetTeamId: z.uuid() }),
]);
/** Who is told on a rung besides those whose shift is on it. */
export type LadderTarget = Readonly<z.infer<typeof Target>>;

export const TeamLadder = z.object({
  teamId: z.uuid(),
  teamName: z.string(),
  againMinutes: z.number().nullable(),
  rungs: z.array(z.object({ rung: z.number(), waitMinutes: z.number() })),
  targets: z.array(Target),
});
/** A team with how its ladder is climbed; a rung that is not entered waits as long as the service's setting says. */
export type TeamLadder = Readonly<z.infer<typeof TeamLadder>>;

/** The columns of a ladder, which `TeamLadder` reads, from rows of `duty_team team`. */
export const columnsOfLadder = Prisma.sql`
  team.id as "teamId", team.name as "teamName", again_minutes as "againMinutes",
  (select coalesce(json_agg(json_build_object('rung', rung, 'waitMinutes', wait_minutes) order by rung), '[]')
    from ladder_rung where duty_team_id = team.id) as rungs,
  (select coalesce(json_agg(json_build_object('kind', kind, 'rung', rung, 'personId', person_id, 'role', role,
      'targetTeamId', target_team_id) order by rung, id), '[]')
    from ladder_target where duty_team_id = team.id) as targets`;

/** The ladder of a team; undefined where the actor may not see the team. */
export async function readTeamLadder({ tx }: Work, teamId: string): Promise<TeamLadder | undefined> {
  const rows: unknown = await tx.$queryRaw`
    select ${columnsOfLadder} from duty_team team where team.id = ${teamId}::uuid`;
  return z.array(TeamLadder).parse(rows)[0];
}
