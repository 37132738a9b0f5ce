import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import { findHostedTeam, type Team } from "@/server/domain/rota/own-team";
import type { LadderTarget } from "@/server/domain/rota/read-team-ladder";
import { Refusal } from "@/server/vocabulary/refusal";

export interface LadderToSave {
  readonly teamId: string;
  /** How long each rung waits in minutes, the first rung first. */
  readonly waitMinutes: readonly number[];
  readonly targets: readonly LadderTarget[];
  /** Minutes until the ladder begins again; null for the service's own setting. */
  readonly againMinutes: number | null;
}

/**
 * Replaces the ladder of a team: how long its rungs wait, who is told on them besides those on shift, and when it begins
 * again. Refuses targets on rungs that there are not, people outside the team's authority, teams that the actor cannot
 * see, and the team itself.
 */
export async function saveLadder(work: Work, ladder: LadderToSave): Promise<RotaEdited> {
  const { teamId, waitMinutes, targets, againMinutes } = ladder;
  const team = await findHostedTeam(work, teamId);
  if (targets.some(({ rung }) => rung < 1 || rung > waitMinutes.length)) {
    throw new Refusal("invalid", "Somebody is told on a rung that there is not. Add the rung first.");
  }
  await checkPeople(work, team, targets);
  await checkTeams(work, team, targets);

  await work.tx.$executeRaw`
    update duty_team set again_minutes = ${againMinutes}::int where id = ${teamId}::uuid`;
  await work.tx.$executeRaw`delete from ladder_rung where duty_team_id = ${teamId}::uuid`;
  await work.tx.$executeRaw`
    insert into ladder_rung (duty_team_id, rung, wait_minutes)
    select ${teamId}::uuid, place, minutes
    from unnest(${[...waitMinutes]}::int[]) with ordinality as waits (minutes, place)`;
  await work.tx.$executeRaw`delete from ladder_target where duty_team_id = ${teamId}::uuid`;
  await writeTargets(work, teamId, targets);
  await recordAudit(work, {
    action: "rota:change",
    outcome: "done",
    detail: "ladder saved",
    concerns: teamId,
  });
  return rotaEdited(work, teamId);
}

async function writeTargets({ tx }: Work, teamId: string, targets: readonly LadderTarget[]): Promise<void> {
  const values = <Value>(pick: (target: LadderTarget) => Value) => targets.map(pick);
  await tx.$executeRaw`
    insert into ladder_target (duty_team_id, rung, kind, person_id, role, target_team_id)
    select ${teamId}::uuid, * from unnest(
      ${values(({ rung }) => rung)}::int[],
      ${values(({ kind }) => kind)}::text[],
      ${values((target) => (target.kind === "person" ? target.personId : null))}::uuid[],
      ${values((target) => (target.kind === "role" ? target.role : null))}::text[],
      ${values((target) => (target.kind === "team" ? target.targetTeamId : null))}::uuid[])`;
}

async function checkPeople(work: Work, team: Team, targets: readonly LadderTarget[]): Promise<void> {
  const people = targets.flatMap((target) => (target.kind === "person" ? [target.personId] : []));
  if (people.length === 0) return;
  const known: unknown[] = await work.tx.$queryRaw`
    select distinct person_id from role_assignment
    where organisation_id = ${team.hostId}::uuid and person_id = any (${people}::uuid[])
      and role in ('duty-social-worker', 'authority-manager')`;
  if (known.length === new Set(people).size) return;
  throw new Refusal("invalid", `Choose a duty social worker or a manager of ${team.hostName}.`);
}

async function checkTeams(work: Work, team: Team, targets: readonly LadderTarget[]): Promise<void> {
  const teams = targets.flatMap((target) => (target.kind === "team" ? [target.targetTeamId] : []));
  if (teams.includes(team.teamId)) {
    throw new Refusal("invalid", "The team is told by its own shifts. Choose another team.");
  }
  const seen: unknown[] = await work.tx.$queryRaw`
    select id from duty_team where id = any (${teams}::uuid[])`;
  if (seen.length === new Set(teams).size) return;
  throw new Refusal("invalid", "Choose a team of your own authority, or one that serves it.");
}
