import { permittedInTurn, router } from "@/server/api/procedures";
import { exportQuality } from "@/server/domain/quality/export-quality";
import { readDataQuality } from "@/server/domain/quality/read-data-quality";

export const qualityRouter = router({
  /** How good lists are: of one's own authorities; of all for an operator. */
  read: permittedInTurn("quality:read").query(({ ctx }) => ctx.work(readDataQuality)),

  /** The same as lines of a file, without small numbers. */
  file: permittedInTurn("quality:read").query(({ ctx }) => ctx.work(exportQuality)),
});
