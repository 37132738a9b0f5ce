import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { FiguresFile } from "@/server/domain/insight/export-figures";
import type { PaceSettings } from "@/server/domain/rota/read-on-call";
import { readTonight } from "@/server/domain/tonight/read-tonight";
import { tonightColumns, tonightLines, type TonightLine } from "@/server/domain/tonight/tonight-lines";
import { londonDate } from "@/server/vocabulary/london-time";

/** Tonight at one's own authorities as a file: as on the page, without names. Taking it is on record. */
export async function exportTonight(work: Work, settings: PaceSettings): Promise<FiguresFile<TonightLine>> {
  const tonight = await readTonight(work, settings, { withNames: false });
  await recordAudit(work, { action: "tonight:read", outcome: "done", detail: "tonight as a file" });
  return {
    fileName: `lantern-tonight-${londonDate(tonight.asAt)}.csv`,
    asAt: tonight.asAt,
    columns: tonightColumns,
    lines: [...tonightLines(tonight)],
  };
}
