"use client";

import Link from "next/link";
import type { ReactElement } from "react";
import type { ShownTile } from "./shown-tile";
import { placeOnMap, regionsOnMap, shortName } from "./tile-words";
import { stateSymbols, stateWords, tileStates } from "@/server/vocabulary/tonight-state";

interface TileGridProps {
  readonly tiles: readonly ShownTile[];
  readonly chosen: string | undefined;
}

/**
 * One square for each authority: colour, symbol and name. Each is a link to what is found there. Regions lie as on the map of
 * England where there is room for it, and are read from north-west to south-east.
 */
export function TileGrid({ tiles, chosen }: TileGridProps): ReactElement {
  const regions = regionsOnMap(tiles);
  return (
    <>
      <ul className="tile-key" aria-label="What the symbols mean">
        {tileStates.map((state) => (
          <li key={state}>
            <span className={`tile-key__mark tile--${state}`} aria-hidden="true">
              {stateSymbols[state]}
            </span>
            {stateWords[state]}
          </li>
        ))}
      </ul>
      <div className="tile-regions">
        {regions.map((region) => (
          <div key={region} className={`tile-region ${placeOnMap(region)}`}>
            <h3 className="nhsuk-heading-s">{region === "" ? "No region" : region}</h3>
            <ul className="tiles">
              {tiles
                .filter((tile) => tile.region === region)
                .map((tile) => (
                  <TileLink key={tile.authorityId} tile={tile} isChosen={tile.authorityId === chosen} />
                ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}

interface TileLinkProps {
  readonly tile: ShownTile;
  readonly isChosen: boolean;
}

function TileLink({ tile, isChosen }: TileLinkProps): ReactElement {
  const { authorityId, name, state, worst } = tile;
  return (
    <li>
      <Link
        href={`/tonight?authority=${authorityId}#chosen`}
        prefetch={false}
        className={`tile tile--${state}`}
        aria-current={isChosen ? "true" : undefined}
        title={name}
      >
        <span className="tile__symbol" aria-hidden="true">
          {stateSymbols[state]}
        </span>
        <span className="tile__name" aria-hidden="true">
          {shortName(name)}
        </span>
        <span className="nhsuk-u-visually-hidden">
          {name}: {stateWords[state]}. {worst}
        </span>
      </Link>
    </li>
  );
}
