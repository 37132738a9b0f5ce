import type { Tile } from "@/server/domain/tonight/read-tonight-of-all";
import { stateDefinitions } from "@/server/vocabulary/tonight-definition";
import { tileStates, type TileState } from "@/server/vocabulary/tonight-state";

/** England's regions from north-west to south-east, each with its place on the map. */
const places: ReadonlyMap<string, string> = new Map([
  ["North West", "north-west"],
  ["North East", "north-east"],
  ["Yorkshire and The Humber", "yorkshire"],
  ["West Midlands", "west-midlands"],
  ["East Midlands", "east-midlands"],
  ["East of England", "east"],
  ["South West", "south-west"],
  ["London", "london"],
  ["South East", "south-east"],
]);

/** The regions that there are, as they are read on the map; others after them. Pure. */
export function regionsOnMap(tiles: readonly { readonly region: string }[]): readonly string[] {
  const regions = new Set(tiles.map(({ region }) => region));
  return [...new Set([...places.keys(), ...regions])].filter((region) => regions.has(region));
}

/** The class by which a region has its place; none for a region that is on no map. Pure. */
export function placeOnMap(region: string): string {
  const place = places.get(region);
  return place === undefined ? "" : `tile-region--${place}`;
}

const longestWhole = 6;

/**
 * What stands on a tile: the name if it fits, else its capitals or its first letters. A county is told from the city
 * whose name it has by an s, as people write it: Leics, Notts. Pure.
 */
export function shortName(name: string): string {
  if (name.length <= longestWhole) return name;
  const words = name.split(/[^\p{L}]+/u).filter((word) => /^\p{Lu}/u.test(word));
  if (words.length > 1) return words.map((word) => word.charAt(0)).join("");
  return name.endsWith("shire") ? `${name.slice(0, 4)}s` : name.slice(0, 5);
}

/** The worst that is found of an authority, in words. Pure. */
export function worstOf({ state, findings }: Tile): string {
  if (state === "not-live") return stateDefinitions["not-live"].words;
  return (
    findings.find(({ level }) => level === state && level !== "fine")?.what ?? stateDefinitions.fine.words
  );
}

/** The worst first, each kind by name. Pure. */
export function worstFirst<Shown extends Pick<Tile, "state" | "name">>(
  tiles: readonly Shown[],
): readonly Shown[] {
  return tiles.toSorted(
    (one, other) =>
      tileStates.indexOf(one.state) - tileStates.indexOf(other.state) ||
      one.name.localeCompare(other.name, "en-GB"),
  );
}

/** "2 of 153 need somebody, 1 doubtful, 140 fine, 10 not live." Pure. */
export function countsInWords(tiles: readonly Tile[]): string {
  const count = (state: TileState) => tiles.filter((tile) => tile.state === state).length;
  const bad = count("bad");
  const rest = [
    `${String(count("doubtful"))} doubtful`,
    `${String(count("fine"))} fine`,
    `${String(count("not-live"))} not live`,
  ];
  const head = `${String(bad)} of ${String(tiles.length)} authorities ${bad === 1 ? "needs" : "need"} somebody`;
  return `${[head, ...rest].join(", ")}.`;
}
