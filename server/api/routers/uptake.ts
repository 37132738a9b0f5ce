import { permitted, router } from "@/server/api/procedures";
import { readUptake } from "@/server/domain/uptake/read-uptake";

export const uptakeRouter = router({
  /** Whether it is used as before, who has practised, and who takes part. */
  read: permitted("uptake:read").query(({ ctx }) => ctx.work(readUptake)),
});
