import { z } from "zod";
import type { Work } from "@/server/db/work";
import { faultInWords } from "@/server/domain/rota/fault-in-words";
import { findTeam, type Team } from "@/server/domain/rota/own-team";
import { hoursOfTeam } from "@/server/domain/rota/serving-hours";
import { readHolders } from "@/server/domain/rota/read-holders";
import { readNames } from "@/server/domain/rota/read-names";
import { readRota } from "@/server/domain/rota/read-rota";
import { Serving } from "@/server/domain/rota/serving-teams";
import { rotaFaults, type RotaFault } from "@/server/domain/rota/rota-faults";

/** What is wrong with a rota, with what a person reads of it. */
export type NamedFault = RotaFault & { readonly words: string };

interface Asked {
  readonly teamId: string;
  readonly from: Date;
  readonly to: Date;
}

/**
 * What is wrong with a team's rota between two instants: gaps on the first rung, people in two places at once, people
 * who are no duty social workers any more. The latter are known for teams of one's own authority only.
 */
export async function findRotaFaults(work: Work, { teamId, from, to }: Asked): Promise<NamedFault[]> {
  const team = await findTeam(work, teamId);
  const around = await readAround(work, team);
  const shifts = await readRota(work, { teamIds: around.teamIds, from, to });
  const window = { startsAt: from, endsAt: to };
  const faults = rotaFaults({
    teamId,
    shifts,
    hours: around.hasStandingPerson ? [] : hoursOfTeam(teamId, around.authorities, window),
    staff: await staffOf(work, team),
    window,
  });

  const people = faults.flatMap((fault) => ("personId" in fault ? [fault.personId] : []));
  const names = people.length === 0 ? new Map<string, string>() : await readNames(work, people);
  const teamNames = new Map(around.teams.map(({ teamId: id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? teamNames.get(id) ?? "somebody";
  return faults.map((fault) => ({
    ...fault,
    words: faultInWords(fault, { hostName: team.hostName, nameOf }),
  }));
}

async function staffOf(work: Work, { hostId }: Team) {
  if (work.actor.kind === "person" && work.actor.organisationId !== hostId) return null;
  const holders = await readHolders(work, hostId, ["duty-social-worker"]);
  return new Set(holders.map(({ personId }) => personId));
}

const Around = z
  .object({
    /** All teams that share the host's people. */
    teams: z.array(z.object({ teamId: z.uuid(), name: z.string() })),
    authorities: z.array(Serving),
    /** The first rung always tells somebody, whoever is on shift. */
    hasStandingPerson: z.boolean(),
  })
  .transform((around) => ({ ...around, teamIds: around.teams.map(({ teamId }) => teamId) }));

async function readAround({ tx }: Work, { teamId, hostId }: Team): Promise<z.infer<typeof Around>> {
  const rows: unknown[] = await tx.$queryRaw`
    select
      (select json_agg(json_build_object('teamId', id, 'name', name)) from duty_team
        where host_organisation_id = ${hostId}::uuid) as teams,
      (select coalesce(json_agg(json_build_object(
          'office', (select json_build_object('officeOpensAt', office_opens_at, 'officeClosesAt', office_closes_at,
              'fridayClosesAt', friday_closes_at)
            from authority_contact contact where contact.authority_id = served.authority_id),
          'teams', (select json_agg(json_build_object('teamId', duty_team_id, 'cover', cover) order by cover)
            from duty_team_authority own where own.authority_id = served.authority_id))), '[]')
        from (select distinct authority_id from duty_team_authority
          where duty_team_id = ${teamId}::uuid) served) as authorities,
      exists (select 1 from ladder_target
        where duty_team_id = ${teamId}::uuid and rung = 1 and kind = 'person') as "hasStandingPerson"`;
  return Around.parse(rows[0]);
}
