import type { ReactElement } from "react";
import { waitInWords } from "./drill-words";
import { LevelMark } from "@/app/(oversight)/tonight/level-mark";
import type { Column } from "@/app/_ui/data-table";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { Drills } from "@/server/domain/drill/read-drills";
import { drillDefinitions } from "@/server/vocabulary/drill-definition";
import { formatDateTime } from "@/server/vocabulary/london-time";

type Drill = Drills["drills"][number];

/** Each practice alert with how far it climbed, who took it after how long, and how it went in words. */
export function DrillTable({ drills }: { readonly drills: readonly Drill[] }): ReactElement {
  const isOfSeveral = new Set(drills.map(({ authorityName }) => authorityName)).size > 1;
  return (
    <ScrollTable
      caption="Practice alerts of the last year, newest first"
      columns={isOfSeveral ? [...whenAndWhere, ...columns] : [when, ...columns]}
      rows={drills}
      rowKey={({ drillId }) => drillId}
    />
  );
}

const when: Column<Drill> = {
  key: "when",
  heading: "When",
  cell: ({ raisedAt, reference }) => (
    <>
      {formatDateTime(raisedAt)}
      <br />
      {reference}
    </>
  ),
};
const whenAndWhere: readonly Column<Drill>[] = [
  when,
  { key: "where", heading: "Authority", cell: ({ authorityName }) => authorityName },
];

const columns: readonly Column<Drill>[] = [
  {
    key: "score",
    heading: "How it went",
    cell: ({ score: { level, words, todo } }) => (
      <div className="what-cell">
        <LevelMark state={level} /> {words} {todo}
      </div>
    ),
  },
  {
    key: "rungs",
    heading: drillDefinitions.rungs.name,
    cell: ({ rungs }) => (rungs === 0 ? "No rung" : `Rung ${String(rungs)}`),
  },
  {
    key: "taken",
    heading: drillDefinitions.taken.name,
    cell: ({ raisedAt, takenAt, takenBy }) =>
      takenAt === null
        ? "Not taken"
        : `${takenBy === null ? "" : `${takenBy}, `}after ${waitInWords(takenAt.getTime() - raisedAt.getTime())}`,
  },
];
