import type { Work } from "@/server/db/work";
import { readHolders } from "@/server/domain/rota/read-holders";
import { readRota } from "@/server/domain/rota/read-rota";
import { readTeamLadders, type LadderTarget, type TeamLadder } from "@/server/domain/rota/read-team-ladders";
import { isInOfficeHours, Serving, teamsAt } from "@/server/domain/rota/serving-teams";
import type { TeamsOnCall } from "@/server/domain/rota/who-is-told";
import type { OrganisationId } from "@/server/vocabulary/ids";
import type { Role } from "@/server/vocabulary/permission";

export interface RotaSettings {
  /** Whoever's shift ends stays on call for so long. */
  readonly handoverOverlapMinutes: number;
}

export interface Moment {
  readonly authorityId: OrganisationId;
  readonly at: Date;
}

const dayMilliseconds = 86_400_000;

/**
 * What decides who is told of an authority's alerts at an instant: its teams then, their ladders, and the shifts of
 * a day before and after. In three queries, and one more where everybody in some role is told.
 */
export async function readTeamsOnCall(
  work: Work,
  { authorityId, at }: Moment,
  { handoverOverlapMinutes: overlapMinutes }: RotaSettings,
): Promise<TeamsOnCall & { readonly isOfficeOpen: boolean }> {
  const serving = await readServing(work, authorityId);
  const ladders = await readTeamLadders(work, teamsAt(serving, at, overlapMinutes));
  const shifts = await readRota(work, {
    teamIds: [...new Set(ladders.flatMap(teamsNamed))],
    from: new Date(at.getTime() - dayMilliseconds),
    to: new Date(at.getTime() + dayMilliseconds),
  });
  const holders = await holdersNamed(work, authorityId, ladders);
  return { ladders, shifts, holders, at, overlapMinutes, isOfficeOpen: isInOfficeHours(serving, at) };
}

async function readServing({ tx }: Work, authorityId: OrganisationId): Promise<Serving> {
  const rows: unknown[] = await tx.$queryRaw`
    select
      (select json_build_object('officeOpensAt', office_opens_at, 'officeClosesAt', office_closes_at,
          'fridayClosesAt', friday_closes_at)
        from authority_contact where authority_id = ${authorityId}::uuid) as office,
      (select coalesce(json_agg(json_build_object('teamId', duty_team_id, 'cover', cover) order by cover), '[]')
        from duty_team_authority where authority_id = ${authorityId}::uuid) as teams`;
  return Serving.parse(rows[0]);
}

function teamsNamed({ teamId, targets }: TeamLadder): string[] {
  return [teamId, ...targets.flatMap((target) => (target.kind === "team" ? [target.targetTeamId] : []))];
}

async function holdersNamed(
  work: Work,
  authorityId: OrganisationId,
  ladders: readonly TeamLadder[],
): Promise<TeamsOnCall["holders"]> {
  const wanted = ladders.flatMap(({ targets }) => targets.flatMap(roleOf));
  return wanted.length === 0 ? [] : readHolders(work, authorityId, wanted);
}

function roleOf(target: LadderTarget): Role[] {
  return target.kind === "role" ? [target.role] : [];
}
