import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { readChronology } from "@/server/domain/chronology/read-chronology";
import { ChronologyPeriod, daysOf } from "@/server/vocabulary/chronology-period";
import { SubjectId } from "@/server/vocabulary/ids";

export const chronologyRouter = router({
  read: permitted("chronology:read")
    .input(
      z.object({
        subjectId: SubjectId,
        period: ChronologyPeriod,
        form: z.enum(["page", "file"]).default("page"),
      }),
    )
    .query(({ ctx, input: { subjectId, period, form } }) =>
      ctx.work((work) => readChronology(work, { subjectId, form, ...daysOf(period, work.now) })),
    ),
});
