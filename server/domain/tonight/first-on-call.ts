import { rotaFaults } from "@/server/domain/rota/rota-faults";
import { hoursOfTeam } from "@/server/domain/rota/serving-hours";
import type { Interval } from "@/server/domain/rota/interval";
import type { AuthorityRota } from "@/server/domain/rota/read-teams-on-call";
import { whoIsTold, type Told } from "@/server/domain/rota/who-is-told";

/** Whom the first rung tells at an instant, by the rules by which alerts climb; without the overlap of a handover. */
function firstAt(rota: AuthorityRota, at: Date): readonly Told[] {
  return whoIsTold(rota.at(at, 0)).filter(({ rung }) => rung === 1);
}

/**
 * The next instant at which others are first on call than now, with who they are, nobody included; undefined where that
 * does not change in this time. The overlap of a handover is left out: it is about who comes. Pure.
 */
export function nextFirst(
  rota: AuthorityRota,
  { startsAt: now, endsAt }: Interval,
): { readonly at: Date; readonly told: readonly Told[] } | undefined {
  const before = namesOf(firstAt(rota, now));
  for (const at of turnsOf(rota, { startsAt: now, endsAt })) {
    const told = firstAt(rota, at);
    if (namesOf(told) !== before) return { at, told };
  }
  return undefined;
}

/** Nobody of a team is first on call. */
export interface Gap extends Interval {
  readonly teamId: string;
}

/** When nobody is first on call in this time, in order. A first rung that tells somebody at all hours has no gap. Pure. */
export function gapsOf(rota: AuthorityRota, window: Interval): readonly Gap[] {
  const { ladders, serving, shifts } = rota;
  const gaps = ladders.flatMap(({ teamId, targets }) => {
    if (targets.some(({ kind, rung }) => kind === "person" && rung === 1)) return [];
    const hours = hoursOfTeam(teamId, [serving], window);
    return rotaFaults({ teamId, shifts, hours, staff: null, window })
      .filter(({ kind }) => kind === "gap")
      .map(({ startsAt, endsAt }) => ({ teamId, startsAt, endsAt }));
  });
  return gaps.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

function namesOf(told: readonly Told[]): string {
  return [...new Set(told.map(({ personId }) => personId))].toSorted().join(" ");
}

/** Every instant in this time at which somebody may begin or end, or the team change, in order. */
function turnsOf({ ladders, serving, shifts }: AuthorityRota, window: Interval): readonly Date[] {
  const hours = ladders.flatMap(({ teamId }) => hoursOfTeam(teamId, [serving], window));
  const turns = [...shifts, ...hours].flatMap(({ startsAt, endsAt }) => [
    startsAt.getTime(),
    endsAt.getTime(),
  ]);
  const [from, to] = [window.startsAt.getTime(), window.endsAt.getTime()];
  return [...new Set(turns)]
    .filter((turn) => from < turn && turn < to)
    .toSorted((one, other) => one - other)
    .map((turn) => new Date(turn));
}
