import type { Work } from "@/server/db/work";
import { readRota } from "@/server/domain/rota/read-rota";
import { readTeamLadder } from "@/server/domain/rota/read-team-ladder";
import type { PersonId } from "@/server/vocabulary/ids";

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

/** Everybody on a team's rota from now until then, each once; and whom its ladder names, who are told at all hours. */
export async function peopleOnRota(work: Work, { teamId, until }: Asked): Promise<PersonOnRota[]> {
  const shifts = await readRota(work, { teamIds: [teamId], from: work.now, to: until });
  const { targets = [] } = (await readTeamLadder(work, teamId)) ?? {};
  const named = targets.flatMap((target) => (target.kind === "person" ? [target.personId] : []));
  const always = named.map((personId) => ({ personId, startsAt: work.now, endsAt: until }));

  const people = new Map<PersonId, PersonOnRota>();
  for (const { personId, startsAt, endsAt } of [...shifts, ...always]) {
    if (!people.has(personId)) people.set(personId, { personId, startsAt, endsAt });
  }
  return [...people.values()];
}
