import type { ReactElement } from "react";
import { inDays, inPercent } from "@/app/(oversight)/feeds/quality/quality-words";
import { LevelMark } from "@/app/(oversight)/tonight/level-mark";
import { telephoneLink } from "@/app/_ui/call-button";
import type { Column } from "@/app/_ui/data-table";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { JudgedQuality } from "@/server/domain/quality/read-data-quality";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";
import { formatCount } from "@/server/vocabulary/format-count";

/** Each authority with its figures, what is wrong and whom to ring about it. */
export function AuthorityTable({
  authorities,
}: {
  readonly authorities: readonly JudgedQuality[];
}): ReactElement {
  return (
    <ScrollTable
      caption="Every authority, the worst first"
      columns={columns}
      rows={authorities}
      rowKey={({ authorityId }) => authorityId}
    />
  );
}

const columns: readonly Column<JudgedQuality>[] = [
  {
    key: "name",
    heading: "Authority",
    cell: ({ name, findings }) => (
      <>
        <LevelMark
          state={
            findings.some(({ level }) => level === "bad") ? "bad" : findings.length > 0 ? "doubtful" : "fine"
          }
        />{" "}
        {name}
      </>
    ),
  },
  {
    key: "matched",
    heading: "Agree with demographics",
    numeric: true,
    cell: ({ newest }) => inPercent((newest?.rows ?? 0) - (newest?.unmatched ?? 0), newest?.rows ?? 0),
  },
  {
    key: "loaded",
    heading: "Loaded",
    numeric: true,
    cell: ({ newest }) => inPercent(newest?.loaded ?? 0, newest?.rows ?? 0),
  },
  {
    key: "received",
    heading: "Newest list",
    cell: ({ lastReceivedAt }) =>
      lastReceivedAt === null ? "None" : formatLondonDate(londonDate(lastReceivedAt)),
  },
  {
    key: "open",
    heading: "Wrong today",
    numeric: true,
    cell: ({ openCount }) => formatCount(openCount),
  },
  { key: "mend", heading: "Time to mend", numeric: true, cell: ({ daysToMend }) => inDays(daysToMend) },
  {
    key: "what",
    heading: "What is wrong",
    cell: (authority) => <WhatIsWrong authority={authority} />,
  },
];

function WhatIsWrong({ authority: { findings, ring } }: { readonly authority: JudgedQuality }): ReactElement {
  if (findings.length === 0) return <>Nothing</>;
  return (
    <div className="what-cell">
      {findings.map(({ what }) => what).join(" ")}{" "}
      {ring !== null && (
        <>
          Ring {ring.label}: <a href={telephoneLink(ring.number)}>{ring.number}</a>
        </>
      )}
    </div>
  );
}
