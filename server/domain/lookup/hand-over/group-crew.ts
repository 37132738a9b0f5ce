import { callSignKey } from "@/server/vocabulary/call-sign";
import { fewestLettersOfName } from "@/server/vocabulary/handed-card";
import type { PersonId } from "@/server/vocabulary/ids";

/** Somebody of one's own organisation who is at work, and could be handed a card. */
export interface CrewMember {
  readonly personId: PersonId;
  readonly name: string;
  readonly callSign: string | null;
  /** How many phones of theirs can be told. */
  readonly phones: number;
}

export interface FoundVehicle {
  readonly callSign: string;
  /** Who is on it. */
  readonly names: readonly string[];
  /** How many of these people have a phone that can be told. */
  readonly withPhone: number;
}

export interface FoundCrew {
  readonly vehicles: readonly FoundVehicle[];
  readonly people: readonly CrewMember[];
  /** There are more than are shown: type more. */
  readonly isMore: boolean;
}

/** More is a list to browse in, not an answer. */
const mostShown = 8;

/** What matches part of a call sign, from its beginning, or part of a name, from three letters on. Pure. */
export function groupCrew(members: readonly CrewMember[], text: string): FoundCrew {
  const vehicles = vehiclesOf(members.filter(({ callSign }) => isCallSign(callSign, text)));
  const people = members
    .filter(({ name }) => isName(name, text))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return {
    vehicles: vehicles.slice(0, mostShown),
    people: people.slice(0, mostShown),
    isMore: vehicles.length > mostShown || people.length > mostShown,
  };
}

function isCallSign(callSign: string | null, text: string): boolean {
  const asked = callSignKey(text);
  return callSign !== null && asked !== "" && callSignKey(callSign).startsWith(asked);
}

function isName(name: string, text: string): boolean {
  const asked = text.trim().toLowerCase();
  return asked.length >= fewestLettersOfName && name.toLowerCase().includes(asked);
}

function vehiclesOf(members: readonly CrewMember[]): readonly FoundVehicle[] {
  const byKey = Map.groupBy(members, ({ callSign }) => callSignKey(callSign ?? ""));
  return [...byKey.values()]
    .map((crew) => ({
      callSign: crew[0]?.callSign ?? "",
      names: crew.map(({ name }) => name),
      withPhone: crew.filter(({ phones }) => phones > 0).length,
    }))
    .toSorted((one, other) => one.callSign.localeCompare(other.callSign, "en", { numeric: true }));
}
