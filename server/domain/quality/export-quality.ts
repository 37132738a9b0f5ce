import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { FiguresFile } from "@/server/domain/insight/export-figures";
import { figureColumns } from "@/server/domain/insight/file/file-table";
import { qualityLines } from "@/server/domain/quality/quality-lines";
import { readDataQuality } from "@/server/domain/quality/read-data-quality";
import { londonDate } from "@/server/vocabulary/london-time";

/** How good lists are, as a file: as on the page, without small numbers. Taking it is on record. */
export async function exportQuality(work: Work): Promise<FiguresFile> {
  const quality = await readDataQuality(work);
  await recordAudit(work, { action: "quality:read", outcome: "done", detail: "quality as a file" });
  return {
    fileName: `lantern-quality-${londonDate(quality.asAt)}.csv`,
    asAt: quality.asAt,
    columns: figureColumns,
    lines: [...qualityLines(quality)],
  };
}
