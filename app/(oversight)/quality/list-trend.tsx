import Link from "next/link";
import type { ReactElement } from "react";
import { MatchChart } from "./match-chart";
import { inPercent } from "@/app/(oversight)/feeds/quality/quality-words";
import type { Column } from "@/app/_ui/data-table";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { ToldList } from "@/server/domain/quality/lists-to-tell";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { formatCount } from "@/server/vocabulary/format-count";

interface ListTrendProps {
  readonly lists: readonly ToldList[];
  /** The authority whose they are: a person can work for two, and their names are read out. */
  readonly whose: string;
}

/** From list to list: the share that agrees, as a picture and as a table whose rows open the list. */
export function ListTrend({ lists, whose }: ListTrendProps): ReactElement | null {
  if (lists.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-s">From list to list</h3>
      <MatchChart
        title={`Share that agrees with demographics, by list, ${whose}`}
        points={lists.map(({ sequence, rows, unmatched, isMatchTold }) => ({
          label: String(sequence),
          rows,
          wrong: unmatched,
          isMatchTold,
        }))}
      />
      <ScrollTable
        caption={`The newest lists, newest first, ${whose}`}
        columns={columns}
        rows={lists.toReversed()}
        rowKey={({ feedId }) => feedId}
      />
    </>
  );
}

const columns: readonly Column<ToldList>[] = [
  {
    key: "list",
    heading: "List",
    cell: ({ feedId, sequence }) => (
      <Link href={`/feeds/${feedId}`} prefetch={false}>
        Number {sequence}
      </Link>
    ),
  },
  { key: "received", heading: "Received", cell: ({ receivedAt }) => formatDateTime(receivedAt) },
  { key: "rows", heading: "Rows", numeric: true, cell: ({ rows }) => formatCount(rows) },
  {
    key: "matched",
    heading: "Agree with demographics",
    numeric: true,
    cell: ({ rows, unmatched }) => inPercent(rows - unmatched, rows),
  },
  { key: "loaded", heading: "Loaded", numeric: true, cell: ({ rows, loaded }) => inPercent(loaded, rows) },
];
