import type { Work } from "@/server/db/work";
import { byRung, type OnCall } from "@/server/domain/rota/on-call";
import {
  readTeamsOfAuthorities,
  readTeamsOnCall,
  type AuthorityTeams,
  type RotaSettings,
} from "@/server/domain/rota/read-teams-on-call";
import { lastRungOf, whoIsTold, type TeamsOnCall } from "@/server/domain/rota/who-is-told";
import type { OrganisationId } from "@/server/vocabulary/ids";

/** Who is on call for an authority, and how its ladder is climbed. */
export interface AuthorityOnCall extends OnCall {
  /** How long a rung waits, by rung; one that is absent waits as long as the service's setting says. */
  readonly waitMinutes: ReadonlyMap<number, number>;
  /** Minutes until the ladder begins again; null for the service's own setting. */
  readonly againMinutes: number | null;
  /** When its office answers; null where nobody has entered that. */
  readonly office: AuthorityTeams["office"];
}

/** What holds for rungs and ladders of which nothing else is entered. */
export interface PaceSettings extends RotaSettings {
  /** How long the people on one rung have before the next is told. */
  readonly rungMinutes: number;
  /** How long after the last rung the ladder begins again. */
  readonly againMinutes: number;
}

/** Who is told of one authority's alerts now. */
export async function readOnCall(
  work: Work,
  authorityId: OrganisationId,
  settings: RotaSettings,
): Promise<AuthorityOnCall> {
  return onCallOf(await readTeamsOnCall(work, { authorityId, at: work.now }, settings));
}

/**
 * Who is told of each of these authorities' alerts now, rung by rung: those on shift in the team of this hour, for a
 * while after a handover also those who handed over, and whom the ladder names besides. Nobody for an authority without
 * a team. Asked once for all.
 */
export async function readOnCallOfAuthorities(
  work: Work,
  authorityIds: readonly OrganisationId[],
  settings: RotaSettings,
): Promise<ReadonlyMap<OrganisationId, AuthorityOnCall>> {
  const found = await readTeamsOfAuthorities(work, { authorityIds, at: work.now }, settings);
  return new Map(found.map((teams) => [teams.authorityId, onCallOf(teams)]));
}

function onCallOf(teams: AuthorityTeams): AuthorityOnCall {
  const { office } = teams;
  return { rungs: byRung(whoIsTold(teams)), lastRung: lastRungOf(teams), office, ...pace(teams) };
}

/** How these ladders are climbed: as the first team says, and where that says nothing, as the second does. Pure. */
export function pace({
  ladders,
}: Pick<TeamsOnCall, "ladders">): Pick<AuthorityOnCall, "waitMinutes" | "againMinutes"> {
  const waits = ladders.toReversed().flatMap(({ rungs }) => rungs);
  return {
    waitMinutes: new Map(waits.map(({ rung, waitMinutes }) => [rung, waitMinutes])),
    againMinutes: ladders[0]?.againMinutes ?? null,
  };
}
