import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { isHeldAt } from "@/server/domain/rota/read-holders";
import { readRota } from "@/server/domain/rota/read-rota";
import { readTeamLadder, type LadderTarget } from "@/server/domain/rota/read-team-ladder";
import { PersonId } from "@/server/vocabulary/ids";

/** Somebody whom an alert may ring in a time, with when that begins and ends first. */
export interface PersonOnRota {
  readonly personId: PersonId;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface Asked {
  readonly teamId: string;
  readonly until: Date;
}

/**
 * Everybody on a team's rota from now until then, each once; and whom its ladder names: people and everybody with a role
 * are told at all hours, another team's people on their shifts.
 */
export async function peopleOnRota(work: Work, { teamId, until }: Asked): Promise<PersonOnRota[]> {
  const { targets = [] } = (await readTeamLadder(work, teamId)) ?? {};
  const others = targets.flatMap((target) => (target.kind === "team" ? [target.targetTeamId] : []));
  const shifts = await readRota(work, { teamIds: [teamId, ...others], from: work.now, to: until });
  const named = [...peopleOf(targets), ...(await readHoldersOf(work, teamId, targets))];
  const always = named.map((personId) => ({ personId, startsAt: work.now, endsAt: until }));

  const people = new Map<PersonId, PersonOnRota>();
  for (const { personId, startsAt, endsAt } of [...shifts, ...always]) {
    if (!people.has(personId)) people.set(personId, { personId, startsAt, endsAt });
  }
  return [...people.values()];
}

function peopleOf(targets: readonly LadderTarget[]): readonly PersonId[] {
  return targets.flatMap((target) => (target.kind === "person" ? [target.personId] : []));
}

/** Who has a role that the ladder names, at any authority that the team serves: as the ladder itself finds them. */
async function readHoldersOf(
  { tx, now }: Work,
  teamId: string,
  targets: readonly LadderTarget[],
): Promise<readonly PersonId[]> {
  const roles = targets.flatMap((target) => (target.kind === "role" ? [target.role] : []));
  if (roles.length === 0) return [];
  const rows: unknown = await tx.$queryRaw`
    select distinct person_id as "personId"
    from duty_team_authority served join role_assignment held on ${isHeldAt(Prisma.sql`served.authority_id`, now)}
    where served.duty_team_id = ${teamId}::uuid and role = any (${roles}::text[])
    order by 1`;
  return z
    .array(z.object({ personId: PersonId }))
    .parse(rows)
    .map(({ personId }) => personId);
}
