import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { drillLines } from "@/server/domain/drill/drill-lines";
import { readDrills } from "@/server/domain/drill/read-drills";
import type { FiguresFile } from "@/server/domain/insight/export-figures";
import { figureColumns } from "@/server/domain/insight/file/file-table";
import { londonDate } from "@/server/vocabulary/london-time";

/** Practice alerts and heartbeat as a file: as on the page, without who took what. Taking it is on record. */
export async function exportDrills(work: Work): Promise<FiguresFile> {
  const drills = await readDrills(work);
  await recordAudit(work, { action: "drill:read", outcome: "done", detail: "drills as a file" });
  return {
    fileName: `lantern-drills-${londonDate(drills.asAt)}.csv`,
    asAt: drills.asAt,
    columns: figureColumns,
    lines: [...drillLines(drills)],
  };
}
