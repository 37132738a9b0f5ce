import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { nameRows } from "@/server/domain/insight/rows/name-rows";
import type { RowsFile } from "@/server/domain/insight/rows-file/begin-rows-file";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

interface Ended {
  readonly request: RowsRequest;
  readonly file: RowsFile;
  /** How many rows have left. */
  readonly rows: number;
  readonly isWhole: boolean;
}

/** Puts on record how much of a file of rows was taken away. */
export async function endRowsFile(work: Work, { request, file, rows, isWhole }: Ended): Promise<void> {
  const ending = isWhole ? `whole, ${String(rows)} rows` : `broken off, at most ${String(rows)} rows`;
  await recordAudit(work, {
    action: "insight:read",
    outcome: isWhole ? "done" : "failed",
    detail: `rows of ${nameRows(request)} as a file, ${file.from} to ${file.to}: ${ending}`,
  });
}
