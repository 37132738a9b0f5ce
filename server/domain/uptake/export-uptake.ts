import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { countedWith, type FiguresFile } from "@/server/domain/insight/export-figures";
import { figureColumns } from "@/server/domain/insight/file/file-table";
import { readUptake } from "@/server/domain/uptake/read-uptake";
import { uptakeLines } from "@/server/domain/uptake/uptake-lines";
import { londonDate } from "@/server/vocabulary/london-time";

/** Whether Lantern is used as before, as a file: as on the page, without small numbers. Taking it is on record. */
export async function exportUptake(work: Work): Promise<FiguresFile> {
  const uptake = await readUptake(work);
  await recordAudit(work, { action: "uptake:read", outcome: "done", detail: "uptake as a file" });
  return {
    fileName: `lantern-uptake-${londonDate(work.now)}.csv`,
    asAt: uptake.countedAt,
    columns: figureColumns,
    lines: [...countedWith(uptake), ...uptakeLines(uptake)],
  };
}
