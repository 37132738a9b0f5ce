import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { FiguresFile } from "@/server/domain/insight/export-figures";
import type { PaceSettings } from "@/server/domain/rota/read-on-call";
import { readTonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";
import { tileColumns, tileLines, type TileLine } from "@/server/domain/tonight/tile-lines";
import { londonDate } from "@/server/vocabulary/london-time";

/** Tonight at every authority as a file, one line a tile: as on the page. Taking it is on record. */
export async function exportTonightOfAll(work: Work, settings: PaceSettings): Promise<FiguresFile<TileLine>> {
  const tonight = await readTonightOfAll(work, settings);
  await recordAudit(work, { action: "tonight:read-all", outcome: "done", detail: "tonight as a file" });
  return {
    fileName: `lantern-tonight-of-all-${londonDate(tonight.asAt)}.csv`,
    asAt: tonight.asAt,
    columns: tileColumns,
    lines: [...tileLines(tonight)],
  };
}
