import { z } from "zod";
import type { Work } from "@/server/db/work";
import { Prisma } from "@/server/db/generated/client";
import { isHeldAt } from "@/server/domain/rota/read-holders";
import { columnsOfLadder, TeamLadder } from "@/server/domain/rota/read-team-ladder";
import { partsOfRota, RotaParts, shiftsOfParts, type Stretch } from "@/server/domain/rota/rota-parts";
import { isInOfficeHours, Serving, teamsAt } from "@/server/domain/rota/serving-teams";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import type { TeamsOnCall } from "@/server/domain/rota/who-is-told";
import { OrganisationId, PersonId } from "@/server/vocabulary/ids";
import { roles } from "@/server/vocabulary/permission";

export interface RotaSettings {
  /** Whoever's shift ends stays on call for so long. */
  readonly handoverOverlapMinutes: number;
}

export interface Moment {
  readonly authorityId: OrganisationId;
  readonly at: Date;
}

export interface MomentOfSeveral {
  readonly authorityIds: readonly OrganisationId[];
  readonly at: Date;
}

const dayMilliseconds = 86_400_000;

const Found = Serving.extend({
  authorityId: OrganisationId,
  /** Of all teams that the authority has at any hour. */
  ladders: z.array(TeamLadder),
  holders: z.array(z.object({ personId: PersonId, role: z.enum(roles) })),
  ...RotaParts.shape,
});

/** What decides who is told of an authority's alerts at an instant, and whether its office is open then. */
export interface AuthorityTeams extends TeamsOnCall {
  readonly authorityId: OrganisationId;
  readonly isOfficeOpen: boolean;
  /** Null where nobody has entered its office hours. */
  readonly office: Serving["office"];
}

/** An authority's rota over some days, which can be asked about any instant in them. */
export interface AuthorityRota {
  readonly authorityId: OrganisationId;
  readonly serving: Serving;
  /** Of all teams that the authority has at any hour. */
  readonly ladders: readonly TeamLadder[];
  /** Of these teams and of teams that are told besides. */
  readonly shifts: readonly RotaShift[];
  /** What decides who is told at this instant; whoever's shift ended stays on call for the overlap. */
  readonly at: (instant: Date, overlapMinutes: number) => AuthorityTeams;
}

/** What decides who is told of one authority's alerts at an instant. */
export async function readTeamsOnCall(
  work: Work,
  { authorityId, at }: Moment,
  settings: RotaSettings,
): Promise<AuthorityTeams> {
  const [teams] = await readTeamsOfAuthorities(work, { authorityIds: [authorityId], at }, settings);
  if (!teams) throw new Error("every authority asked for has its row");
  return teams;
}

/**
 * What decides who is told of these authorities' alerts at an instant: their teams then, their ladders, and the shifts
 * of a day before and after. One query however many they are, since every step of every ladder asks it: teams of other
 * hours are read too, and left out here.
 */
export async function readTeamsOfAuthorities(
  work: Work,
  { authorityIds, at }: MomentOfSeveral,
  { handoverOverlapMinutes: overlapMinutes }: RotaSettings,
): Promise<readonly AuthorityTeams[]> {
  const stretch = {
    from: new Date(at.getTime() - dayMilliseconds),
    to: new Date(at.getTime() + dayMilliseconds),
  };
  const rotas = await readRotasOfAuthorities(work, authorityIds, stretch);
  return rotas.map((rota) => rota.at(at, overlapMinutes));
}

/** The rotas of these authorities over a time, in one query however many they are. */
export async function readRotasOfAuthorities(
  work: Work,
  authorityIds: readonly OrganisationId[],
  stretch: Stretch,
): Promise<readonly AuthorityRota[]> {
  const authorities = await readFound(work, authorityIds, stretch);
  return authorities.map((found) => rotaOf(found, stretch));
}

function rotaOf(found: z.infer<typeof Found>, stretch: Stretch): AuthorityRota {
  const { authorityId, office, teams, ladders, holders } = found;
  const serving = { office, teams };
  const shifts = shiftsOfParts(found, stretch);
  return {
    authorityId,
    serving,
    ladders,
    shifts,
    at: (at, overlapMinutes) => {
      const { teamIds, handedOverAt } = teamsAt(serving, at, overlapMinutes);
      return {
        authorityId,
        ladders: teamIds.flatMap((teamId) => ladders.filter((ladder) => ladder.teamId === teamId)),
        handedOverAt,
        shifts,
        holders,
        at,
        overlapMinutes,
        isOfficeOpen: isInOfficeHours(serving, at),
        office,
      };
    },
  };
}

async function readFound({ tx, now }: Work, authorityIds: readonly OrganisationId[], stretch: Stretch) {
  const own = Prisma.sql`(select duty_team_id from served)`;
  const rows: unknown[] = await tx.$queryRaw`
    select authority.id as "authorityId", found.*
    from unnest(${[...authorityIds]}::uuid[]) as authority (id) cross join lateral (with served as (
      select duty_team_id, cover from duty_team_authority where authority_id = authority.id
    ), named as (
      select duty_team_id as id from served
      union select target_team_id from ladder_target where duty_team_id in ${own} and kind = 'team'
    )
    select
      (select json_build_object('officeOpensAt', office_opens_at, 'officeClosesAt', office_closes_at,
          'fridayClosesAt', friday_closes_at)
        from authority_contact where authority_id = authority.id) as office,
      (select coalesce(json_agg(json_build_object('teamId', duty_team_id, 'cover', cover) order by cover), '[]')
        from served) as teams,
      (select coalesce(json_agg(ladder), '[]') from (select ${columnsOfLadder} from duty_team team
        where team.id in ${own}) ladder) as ladders,
      (select coalesce(json_agg(json_build_object('personId', person_id, 'role', role) order by person_id), '[]')
        from role_assignment held
        where role in (select role from ladder_target where duty_team_id in ${own} and kind = 'role')
          and ${isHeldAt(Prisma.sql`authority.id`, now)}) as holders,
      ${partsOfRota(Prisma.sql`select id from named`, stretch)}) as found`;
  return rows.map((row) => Found.parse(row));
}
