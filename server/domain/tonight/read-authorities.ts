import type { Work } from "@/server/db/work";
import { gapsOf, nextFirst, type Gap } from "@/server/domain/tonight/first-on-call";
import type { AuthorityFacts, OnCall } from "@/server/domain/tonight/facts";
import { keyOfReach, readFoundReach } from "@/server/domain/tonight/read-found-reach";
import { readStandings, type Standing } from "@/server/domain/tonight/read-standings";
import {
  noneWaiting,
  readWaitingAlerts,
  type WaitingAlerts,
} from "@/server/domain/tonight/read-waiting-alerts";
import { readNames } from "@/server/domain/rota/read-names";
import { pace, type PaceSettings } from "@/server/domain/rota/read-on-call";
import { readRotasOfAuthorities, type AuthorityRota } from "@/server/domain/rota/read-teams-on-call";
import { whoIsTold, type TeamsOnCall, type Told } from "@/server/domain/rota/who-is-told";
import type { OrganisationId } from "@/server/vocabulary/ids";

/** So many days ahead rotas are looked at. */
const daysAhead = 14;
const dayMilliseconds = 86_400_000;

export interface Wanted {
  readonly authorityIds: readonly OrganisationId[] | "all";
  /** Whether to say who is on call. */
  readonly withNames: boolean;
}

interface Rotas {
  readonly rota: AuthorityRota;
  /** Who is to be told now. */
  readonly teams: TeamsOnCall;
  readonly first: readonly Told[];
  readonly behind: readonly Told[];
  readonly next: ReturnType<typeof nextFirst>;
  readonly gaps: readonly Gap[];
}

/** All that is known of the night of these authorities, in five queries at the most, however many they are. */
export async function readAuthorities(
  work: Work,
  { authorityIds, withNames }: Wanted,
  settings: PaceSettings,
): Promise<readonly AuthorityFacts[]> {
  const standings = await readStandings(work, authorityIds);
  const rotas = await readRotas(work, standings, settings);
  const told = [...rotas.values()].flatMap(({ first, behind, next }) => [
    ...first,
    ...behind,
    ...(next?.told ?? []),
  ]);
  const found = await readFoundReach(work, told);
  const people = told.map(({ personId }) => personId);
  const names = withNames ? await readNames(work, people) : new Map<string, string>();
  const waiting = await readWaitingAlerts(work);

  const describe =
    ({ rota }: Rotas) =>
    (one: Told): OnCall => ({
      personId: one.personId,
      name: names.get(one.personId) ?? null,
      teamId: one.teamId,
      teamName: rota.ladders.find(({ teamId }) => teamId === one.teamId)?.teamName ?? "the duty team",
      reach: found.get(keyOfReach(one)) ?? null,
    });
  return standings.flatMap((standing) => {
    const rotasOf = rotas.get(standing.authorityId);
    if (rotasOf === undefined) return [];
    const alerts = waiting.get(standing.authorityId) ?? noneWaiting;
    return [factsOf({ standing, rotas: rotasOf, alerts, describe: describe(rotasOf) }, work.now, settings)];
  });
}

async function readRotas(
  work: Work,
  standings: readonly Standing[],
  { handoverOverlapMinutes }: PaceSettings,
): Promise<ReadonlyMap<OrganisationId, Rotas>> {
  const { now } = work;
  const window = { startsAt: now, endsAt: new Date(now.getTime() + daysAhead * dayMilliseconds) };
  const rotas = await readRotasOfAuthorities(
    work,
    standings.map(({ authorityId }) => authorityId),
    { from: new Date(now.getTime() - dayMilliseconds), to: window.endsAt },
  );
  return new Map(
    rotas.map((rota) => {
      const teams = rota.at(now, handoverOverlapMinutes);
      const told = whoIsTold(teams);
      const first = told.filter(({ rung }) => rung === 1);
      const [next, gaps] = [nextFirst(rota, window), gapsOf(rota, window)];
      return [rota.authorityId, { rota, teams, first, behind: behindOf(told), next, gaps }];
    }),
  );
}

/** Whoever was told on a rung before is not told again. */
function behindOf(told: readonly Told[]): readonly Told[] {
  return told.filter(({ personId, rung }, place) => {
    return rung > 1 && told.findIndex((one) => one.personId === personId) === place;
  });
}

interface Parts {
  readonly standing: Standing;
  readonly rotas: Rotas;
  readonly alerts: WaitingAlerts;
  readonly describe: (one: Told) => OnCall;
}

function factsOf(
  { standing, rotas: { rota, teams, first, behind, next, gaps }, alerts, describe }: Parts,
  now: Date,
  settings: PaceSettings,
): AuthorityFacts {
  return {
    ...standing,
    isLive: standing.list.lastReceivedAt !== null || rota.shifts.length > 0 || first.length > 0,
    teams: rota.at(now, 0).ladders.map(({ teamId, teamName }) => ({ teamId, teamName })),
    first: first.map(describe),
    behind: behind.map(describe),
    next: next === undefined ? null : { at: next.at, first: next.told.map(describe) },
    gaps,
    rungMinutes: pace(teams).waitMinutes.get(1) ?? settings.rungMinutes,
    alerts,
  };
}
