import { worstOf } from "./tile-words";
import type { Tile } from "@/server/domain/tonight/read-tonight-of-all";

/** Of a tile what stands on it and in its row: all that the browser is sent of the other authorities. */
export interface ShownTile extends Pick<Tile, "authorityId" | "name" | "region" | "state"> {
  /** The worst that is found, in words. */
  readonly worst: string;
}

/** What is shown of a tile that was not chosen. Pure. */
export function shownTile(tile: Tile): ShownTile {
  const { authorityId, name, region, state } = tile;
  return { authorityId, name, region, state, worst: worstOf(tile) };
}
