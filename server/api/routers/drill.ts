import { permitted, router } from "@/server/api/procedures";
import { startDrill } from "@/server/domain/alert/start-drill";

export const drillRouter = router({
  /** A practice alert through the real ladder to real phones. */
  start: permitted("drill:run").mutation(({ ctx }) => ctx.work(startDrill)),
});
