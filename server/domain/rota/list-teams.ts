import { z } from "zod";
import type { Work } from "@/server/db/work";
import { OrganisationId } from "@/server/vocabulary/ids";
import { covers } from "@/server/vocabulary/rota";

const ListedTeam = z.object({
  teamId: z.uuid(),
  name: z.string(),
  hostName: z.string(),
  /** One's own authority employs it, and makes its rota. */
  isOwn: z.boolean(),
  /** Whose alerts it is told of, and when. */
  serves: z.array(
    z.object({ authorityId: OrganisationId, authorityName: z.string(), cover: z.enum(covers) }),
  ),
});
/** A team that a person may look at. */
export type ListedTeam = Readonly<z.infer<typeof ListedTeam>>;

/** The teams of one's own authority, then those that serve it. */
export async function listTeams({ tx, actor }: Work): Promise<ListedTeam[]> {
  const own = actor.kind === "person" ? actor.organisationId : null;
  const rows: unknown = await tx.$queryRaw`
    select team.id as "teamId", team.name, host.name as "hostName",
      host.id = ${own}::uuid as "isOwn",
      (select coalesce(json_agg(json_build_object('authorityId', served.id, 'authorityName', served.name, 'cover', cover)
          order by served.name, cover), '[]')
        from duty_team_authority join organisation served on served.id = authority_id
        where duty_team_id = team.id) as serves
    from duty_team team join organisation host on host.id = host_organisation_id
    order by host.id = ${own}::uuid desc, team.name, team.id`;
  return z.array(ListedTeam).parse(rows);
}
