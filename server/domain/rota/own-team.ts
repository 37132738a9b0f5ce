import { z } from "zod";
import type { Work } from "@/server/db/work";
import { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const Team = z.object({
  teamId: z.uuid(),
  name: z.string(),
  hostId: OrganisationId,
  /** The authority that employs the team. */
  hostName: z.string(),
});
export type Team = Readonly<z.infer<typeof Team>>;

/** A team of one's own authority, or one that serves it. Refuses any other as if there were none. */
export async function findTeam({ tx }: Work, teamId: string): Promise<Team> {
  const rows: unknown[] = await tx.$queryRaw`
    select team.id as "teamId", team.name, host.id as "hostId", host.name as "hostName"
    from duty_team team join organisation host on host.id = host_organisation_id
    where team.id = ${teamId}::uuid`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such team.");
  return Team.parse(rows[0]);
}

/** A team that one's own authority employs: only there its rota is made, and its people known. */
export async function findHostedTeam(work: Work, teamId: string): Promise<Team> {
  const team = await findTeam(work, teamId);
  if (work.actor.kind === "person" && work.actor.organisationId === team.hostId) return team;
  throw new Refusal(
    "not-permitted",
    `${team.name} belongs to ${team.hostName}. Ask them to change its rota.`,
  );
}
