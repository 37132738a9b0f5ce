import { permitted, router } from "@/server/api/procedures";
import { exportDrills } from "@/server/domain/drill/export-drills";
import { readDrills } from "@/server/domain/drill/read-drills";
import { startDrill } from "@/server/domain/alert/start-drill";

export const drillRouter = router({
  /** A practice alert through the real ladder to real phones. */
  start: permitted("drill:run").mutation(({ ctx }) => ctx.work(startDrill)),

  /** How drills went, and whether the service's pushes to itself arrive. */
  history: permitted("drill:read").query(({ ctx }) => ctx.work(readDrills)),

  /** The same as lines of a file, without names. */
  file: permitted("drill:read").query(({ ctx }) => ctx.work(exportDrills)),
});
