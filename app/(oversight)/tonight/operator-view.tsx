import type { ReactElement } from "react";
import { ServiceFacts } from "./calm-facts";
import { ChosenTile } from "./chosen-tile";
import { DefinedStates } from "./defined-states";
import { FindingList } from "./finding-list";
import { RemovedForAge } from "./removed-for-age";
import { shownTile } from "./shown-tile";
import { TileGrid } from "./tile-grid";
import { TileTable } from "./tile-table";
import { TonightVerdict } from "./tonight-verdict";
import { countsInWords } from "./tile-words";
import { inLevels } from "./in-levels";
import { FigureFile } from "@/app/(oversight)/insight/figure-file";
import type { TonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";

interface OperatorViewProps {
  readonly tonight: TonightOfAll;
  /** The authority that the address names. */
  readonly chosen: string | undefined;
}

/** Every authority as a tile, by region; the same as a table, the worst first; of the chosen one its findings. */
export function OperatorView({ tonight, chosen }: OperatorViewProps): ReactElement {
  const { asAt, service, tiles } = tonight;
  const { toDo } = inLevels(service);
  const levels = [...toDo, ...tiles].map((one) => ("state" in one ? one.state : one.level));
  const level = levels.includes("bad") ? "bad" : levels.includes("doubtful") ? "doubtful" : "fine";
  const tile = tiles.find(({ authorityId }) => authorityId === chosen);
  const shown = tiles.map(shownTile);
  return (
    <>
      <TonightVerdict verdict={{ level, line: countsInWords(tiles) }} asAt={asAt} />
      {toDo.length > 0 && <FindingList findings={toDo} />}
      {tile !== undefined && <ChosenTile tile={tile} />}
      <div className="tonight-map">
        <section aria-labelledby="tiles">
          <h2 className="nhsuk-heading-m" id="tiles">
            By region
          </h2>
          <TileGrid tiles={shown} chosen={tile?.authorityId} />
          <DefinedStates />
        </section>
        <section aria-labelledby="table">
          <h2 className="nhsuk-heading-m" id="table">
            The same as a table
          </h2>
          <TileTable tiles={shown} />
        </section>
      </div>
      <h2 className="nhsuk-heading-m">Pushes</h2>
      <ServiceFacts {...tonight} />
      <RemovedForAge retention={tonight.retention} />
      <FigureFile
        page="tonight-of-all"
        leftOut="Nobody is named in the file, and it does not say how many alerts wait."
      />
    </>
  );
}
