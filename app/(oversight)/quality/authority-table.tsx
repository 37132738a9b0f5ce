"use client";

import type { ReactElement } from "react";
import type { AuthorityRow } from "./authority-row";
import { LevelMark } from "@/app/(oversight)/tonight/level-mark";
import { telephoneLink } from "@/app/_ui/call-button";
import type { Column } from "@/app/_ui/data-table";
import { LongTable } from "@/app/_ui/long-table";

/** Each authority with its figures, what is wrong and whom to ring about it. */
export function AuthorityTable({
  authorities,
}: {
  readonly authorities: readonly AuthorityRow[];
}): ReactElement {
  return (
    <LongTable
      caption="Every authority, the worst first"
      columns={columns}
      rows={authorities}
      rowKey={({ authorityId }) => authorityId}
    />
  );
}

const columns: readonly Column<AuthorityRow>[] = [
  {
    key: "name",
    heading: "Authority",
    cell: ({ level, name }) => (
      <>
        <LevelMark state={level} /> {name}
      </>
    ),
  },
  { key: "matched", heading: "Agree with demographics", numeric: true, cell: ({ matched }) => matched },
  { key: "loaded", heading: "Loaded", numeric: true, cell: ({ loaded }) => loaded },
  { key: "received", heading: "Newest list", cell: ({ received }) => received },
  { key: "open", heading: "Wrong today", numeric: true, cell: ({ open }) => open },
  { key: "mend", heading: "Time to mend", numeric: true, cell: ({ mend }) => mend },
  { key: "what", heading: "What is wrong", cell: (row) => <WhatIsWrong row={row} /> },
];

function WhatIsWrong({ row: { what, ring } }: { readonly row: AuthorityRow }): ReactElement {
  if (what === "") return <>Nothing</>;
  return (
    <div className="what-cell">
      {what}{" "}
      {ring !== null && (
        <>
          Ring {ring.label}: <a href={telephoneLink(ring.number)}>{ring.number}</a>
        </>
      )}
    </div>
  );
}
