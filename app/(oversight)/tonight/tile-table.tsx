"use client";

import Link from "next/link";
import type { ReactElement } from "react";
import { LevelMark } from "./level-mark";
import type { ShownTile } from "./shown-tile";
import { worstFirst } from "./tile-words";
import type { Column } from "@/app/_ui/data-table";
import { LongTable } from "@/app/_ui/long-table";
import { stateWords } from "@/server/vocabulary/tonight-state";

/** The tiles as a table, the worst first. */
export function TileTable({ tiles }: { readonly tiles: readonly ShownTile[] }): ReactElement {
  return (
    <LongTable
      caption="Every authority, the worst first"
      columns={columns}
      rows={worstFirst(tiles)}
      rowKey={({ authorityId }) => authorityId}
    />
  );
}

const columns: readonly Column<ShownTile>[] = [
  {
    key: "name",
    heading: "Authority",
    cell: ({ authorityId, name }) => (
      <Link href={`/tonight?authority=${authorityId}#chosen`} prefetch={false}>
        {name}
      </Link>
    ),
  },
  {
    key: "state",
    heading: "State",
    cell: ({ state }) => (
      <>
        <LevelMark state={state} /> <span aria-hidden="true">{stateWords[state]}</span>
      </>
    ),
  },
  {
    key: "worst",
    heading: "The worst of it",
    cell: ({ worst }) => <div className="tile-table__worst">{worst}</div>,
  },
];
