import { joined, shared, without, type Interval } from "@/server/domain/rota/interval";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import type { PersonId } from "@/server/vocabulary/ids";

/** A rung of a team, where a person is on call. */
export interface Place {
  readonly teamId: string;
  readonly rung: number;
}

export type RotaFault =
  /** Nobody's shift is on the first rung, at a time that is the team's. */
  | ({ readonly kind: "gap" } & Interval)
  /** One person is on two rungs, or in two teams. */
  | ({
      readonly kind: "two-places";
      readonly personId: PersonId;
      readonly places: readonly [Place, Place];
    } & Interval)
  /** Somebody who has shifts is no duty social worker of the team's authority any more. From the first such shift. */
  | ({ readonly kind: "not-on-staff"; readonly personId: PersonId } & Interval);

export interface RotaToCheck {
  readonly teamId: string;
  /** Of the team, and of the other teams in which its people may be. */
  readonly shifts: readonly RotaShift[];
  /** When the team is to be on call. */
  readonly hours: readonly Interval[];
  /** The duty social workers of the team's authority; null where the actor cannot know them. */
  readonly staff: ReadonlySet<PersonId> | null;
  /** Only what lies in here is looked at. */
  readonly window: Interval;
}

/** What is wrong with a team's rota, gaps first, each in order of time. Pure. */
export function rotaFaults(rota: RotaToCheck): RotaFault[] {
  const own = rota.shifts.filter(({ teamId }) => teamId === rota.teamId);
  return [...gaps(own, rota), ...twoPlaces(own, rota), ...notOnStaff(own, rota)];
}

function gaps(own: readonly RotaShift[], { hours }: RotaToCheck): RotaFault[] {
  const first = own.filter(({ rung }) => rung === 1);
  return without(hours, first).map((gap) => ({ kind: "gap", ...gap }));
}

function twoPlaces(own: readonly RotaShift[], { shifts, window }: RotaToCheck): RotaFault[] {
  const found = new Map<string, { personId: PersonId; places: [Place, Place]; times: Interval[] }>();
  for (const one of own) {
    for (const other of shifts.filter((shift) => shift.personId === one.personId)) {
      if (!isSecondPlace(one, other)) continue;
      const key = [one.personId, one.rung, other.teamId, other.rung].join(" ");
      const known = found.get(key) ?? { personId: one.personId, places: [one, other], times: [] };
      const times = shared(one, other).flatMap((time) => shared(time, window));
      found.set(key, { ...known, times: [...known.times, ...times] });
    }
  }
  return [...found.values()]
    .flatMap(({ personId, places, times }) =>
      joined(times).map((time): RotaFault => ({ kind: "two-places", personId, places, ...time })),
    )
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** Of two rungs of one team the lower one comes first, so that a pair is found once. */
function isSecondPlace(one: RotaShift, other: RotaShift): boolean {
  return other.teamId === one.teamId ? other.rung > one.rung : true;
}

function notOnStaff(own: readonly RotaShift[], { staff, window }: RotaToCheck): RotaFault[] {
  if (staff === null) return [];
  const inWindow = own.filter((shift) => shared(shift, window).length > 0);
  const people = new Set(inWindow.map(({ personId }) => personId).filter((personId) => !staff.has(personId)));
  return [...people].flatMap((personId) => {
    const [first] = inWindow
      .filter((shift) => shift.personId === personId)
      .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
    return first ? [{ kind: "not-on-staff", personId, startsAt: first.startsAt, endsAt: first.endsAt }] : [];
  });
}
