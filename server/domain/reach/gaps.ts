import type { CheckedPerson } from "@/server/domain/reach/check-people";
import type { Interval } from "@/server/domain/rota/interval";
import type { PersonId } from "@/server/vocabulary/ids";

/** Something about a coming rota of which an authority's managers have to know. */
export interface Gap {
  /** The same gap has the same name all day, whoever finds it. */
  readonly name: string;
  /** What is told along with it and need not be told again: of somebody who cannot be reached, the doubt. */
  readonly implies: readonly string[];
  /** Who is told besides the managers. */
  readonly personId: PersonId | undefined;
}

/** The gaps that people leave who cannot surely be reached. Pure. */
export function gapsOfPeople(people: readonly CheckedPerson[]): Gap[] {
  return people.flatMap(({ personId, level }): Gap[] => {
    const doubt = `person:${personId}:doubtful`;
    if (level === "doubtful") return [{ name: doubt, implies: [], personId }];
    return level === "unreachable"
      ? [{ name: `person:${personId}:unreachable`, implies: [doubt], personId }]
      : [];
  });
}

/**
 * The gaps in which nobody is first on call. They are told apart by their ends: a gap that has begun begins anew at each
 * look. Pure.
 */
export function gapsOfRota(teamId: string, faults: readonly ({ readonly kind: string } & Interval)[]): Gap[] {
  return faults
    .filter(({ kind }) => kind === "gap")
    .map(({ endsAt }) => ({
      name: `rota:${teamId}:${endsAt.toISOString()}`,
      implies: [],
      personId: undefined,
    }));
}
