import { permittedInTurn, router } from "@/server/api/procedures";
import { exportUptake } from "@/server/domain/uptake/export-uptake";
import { readUptake } from "@/server/domain/uptake/read-uptake";

export const uptakeRouter = router({
  /** Whether it is used as before, who has practised, and who takes part. */
  read: permittedInTurn("uptake:read").query(({ ctx }) => ctx.work(readUptake)),

  /** The same as lines of a file, without small numbers. */
  file: permittedInTurn("uptake:read").query(({ ctx }) => ctx.work(exportUptake)),
});
