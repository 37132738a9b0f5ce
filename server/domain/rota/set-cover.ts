import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { NamedFault } from "@/server/domain/rota/find-rota-faults";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import { findTeam } from "@/server/domain/rota/own-team";
import { Refusal } from "@/server/vocabulary/refusal";

export interface CoverToSet {
  /** The team that is told in office hours… */
  readonly officeTeamId: string;
  /** …and at all other times; it may be the same. */
  readonly emergencyTeamId: string;
}

/**
 * Says which team is told of the alerts of one's own authority, in office hours and at all other times: there is never
 * an hour without one. Refuses teams that neither belong to the authority nor serve it.
 */
export async function setCover(
  work: Work,
  { officeTeamId, emergencyTeamId }: CoverToSet,
): Promise<RotaEdited> {
  if (work.actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");
  const { organisationId } = work.actor;
  for (const teamId of [officeTeamId, emergencyTeamId]) await findTeam(work, teamId);

  const rows =
    officeTeamId === emergencyTeamId
      ? [["always", officeTeamId]]
      : [
          ["office", officeTeamId],
          ["emergency", emergencyTeamId],
        ];
  await work.tx
    .$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`cover ${organisationId}`}, 0))::text`;
  await work.tx.$executeRaw`delete from duty_team_authority where authority_id = ${organisationId}::uuid`;
  await work.tx.$executeRaw`
    insert into duty_team_authority (authority_id, cover, duty_team_id)
    select ${organisationId}::uuid, * from unnest(
      ${rows.map(([cover]) => cover)}::text[], ${rows.map(([, teamId]) => teamId)}::uuid[])`;
  await recordAudit(work, {
    action: "rota:change",
    outcome: "done",
    detail: "teams of the authority set",
    concerns: organisationId,
  });
  const faults: NamedFault[] = [];
  for (const teamId of new Set([officeTeamId, emergencyTeamId]))
    faults.push(...(await rotaEdited(work, teamId)).faults);
  return { faults };
}
