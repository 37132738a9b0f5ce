import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { RowsFile } from "@/server/domain/insight/rows-file/begin-rows-file";
import type { Measure } from "@/server/vocabulary/measure";

interface Ended {
  readonly measure: Measure;
  readonly file: RowsFile;
  /** How many rows have left. */
  readonly rows: number;
  readonly isWhole: boolean;
}

/** Puts on record how much of a file of rows was taken away. */
export async function endRowsFile(work: Work, { measure, file, rows, isWhole }: Ended): Promise<void> {
  const ending = isWhole ? `whole, ${String(rows)} rows` : `broken off, at most ${String(rows)} rows`;
  await recordAudit(work, {
    action: "insight:read",
    outcome: isWhole ? "done" : "failed",
    detail: `rows of ${measure} as a file, ${file.from} to ${file.to}: ${ending}`,
  });
}
