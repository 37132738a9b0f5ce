import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { readChronology } from "@/server/domain/chronology/read-chronology";
import { listOftenSeen } from "@/server/domain/insight/list-often-seen";
import { ChronologyPeriod, daysOf } from "@/server/vocabulary/chronology-period";
import { SubjectId } from "@/server/vocabulary/ids";
import { oftenKinds } from "@/server/vocabulary/often-seen";

export const chronologyRouter = router({
  /** Whose chronologies to open: the children that a figure of those seen often counts. */
  oftenSeen: permitted("chronology:read")
    .input(z.object({ kind: z.enum(oftenKinds) }))
    .query(({ ctx, input }) => ctx.work((work) => listOftenSeen(work, input.kind))),

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
