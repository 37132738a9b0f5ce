import { foundInFile } from "@/server/domain/tonight/found-in-file";
import type { Tile, TonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";
import { serviceFacts } from "@/server/domain/tonight/service-facts";
import { stateDefinitions, tonightDefinitions } from "@/server/vocabulary/tonight-definition";
import { stateWords } from "@/server/vocabulary/tonight-state";

export const tileColumns = ["region", "authority", "state", "reasons"] as const;

/** What stands in each line. */
export type TileLine = readonly [region: string, authority: string, state: string, reasons: string];

/** Every authority as a line of a file, with why it is not fine; then what holds for all of them. Pure. */
export function* tileLines(tonight: TonightOfAll): Generator<TileLine> {
  for (const tile of tonight.tiles) yield [tile.region, tile.name, stateWords[tile.state], reasonsOf(tile)];
  for (const { what, state, figure, found } of serviceFacts(tonight))
    yield ["The whole service", what, stateWords[state], found === "" ? figure : found];

  const { begunAt, isStale, rows } = tonight.retention;
  const state = stateWords[isStale ? "doubtful" : "fine"];
  yield ["The whole service", tonightDefinitions.removal.name, state, begunAt?.toISOString() ?? "Not yet"];
  const removed = rows.reduce((sum, row) => sum + row.removed, 0);
  yield ["The whole service", tonightDefinitions.removed.name, "", String(removed)];
}

function reasonsOf({ state, findings }: Tile): string {
  if (state === "not-live") return stateDefinitions["not-live"].words;
  return findings
    .filter(({ level }) => level !== "fine")
    .map(foundInFile)
    .join(" ");
}
