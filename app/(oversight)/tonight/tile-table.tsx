"use client";

import Link from "next/link";
import type { ReactElement } from "react";
import { LevelMark } from "./level-mark";
import type { ShownTile } from "./shown-tile";
import { stateWords, worstFirst } from "./tile-words";

/** The tiles as a table, the worst first. */
export function TileTable({ tiles }: { readonly tiles: readonly ShownTile[] }): ReactElement {
  return (
    <div className="figures-table" role="region" aria-label="Every authority, the worst first" tabIndex={0}>
      <table>
        <caption>Every authority, the worst first</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            <th scope="col">State</th>
            <th scope="col">The worst of it</th>
          </tr>
        </thead>
        <tbody>
          {worstFirst(tiles).map((tile) => (
            <tr key={tile.authorityId}>
              <th scope="row">
                <Link href={`/tonight?authority=${tile.authorityId}#chosen`} prefetch={false}>
                  {tile.name}
                </Link>
              </th>
              <td className="tile-table__state">
                <LevelMark state={tile.state} /> <span aria-hidden="true">{stateWords[tile.state]}</span>
              </td>
              <td className="tile-table__worst">{tile.worst}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
