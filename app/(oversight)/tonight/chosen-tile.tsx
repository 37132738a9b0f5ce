import Link from "next/link";
import type { ReactElement } from "react";
import { FindingList } from "./finding-list";
import { worstOf } from "./tile-words";
import type { Tile } from "@/server/domain/tonight/read-tonight-of-all";
import { stateWords } from "@/server/vocabulary/tonight-state";

/** What is found of the authority that was chosen, with whom to ring. */
export function ChosenTile({ tile }: { readonly tile: Tile }): ReactElement {
  const { name, region, state, findings } = tile;
  return (
    <section id="chosen" className="chosen-tile" aria-labelledby="chosen-name">
      <h2 className="nhsuk-heading-m" id="chosen-name">
        {name}
        <span className="nhsuk-caption-m">
          {region}. {stateWords[state]}
        </span>
      </h2>
      {findings.length === 0 ? <p>{worstOf(tile)}</p> : <FindingList findings={findings} />}
      <p>
        <Link href="/tonight" prefetch={false}>
          Close
        </Link>
      </p>
    </section>
  );
}
