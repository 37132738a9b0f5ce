import { z } from "zod";
import { checkSealed, fileOf } from "@/server/api/look-record/file";
import { sealRecord } from "@/server/api/look-record/open";
import { permitted, router } from "@/server/api/procedures";
import { openLookRecord } from "@/server/domain/looks/open-look-record";
import { takeLookRecordAway } from "@/server/domain/looks/take-look-record-away";
import { exportForms } from "@/server/vocabulary/look-record";

export const looksRouter = router({
  /** A mutation, so that the number travels in the body and never in an address. */
  open: permitted("looks:read")
    .input(z.object({ nhsNumber: z.string().trim().max(40) }))
    .mutation(async ({ ctx, input }) =>
      sealRecord(ctx.service, await ctx.work((work) => openLookRecord(work, input.nhsNumber))),
    ),
  /** The file of a record that `open` gave. It leaves only after that is on record. */
  export: permitted("looks:export")
    .input(z.object({ sealed: z.string().max(20_000_000), form: z.enum(exportForms) }))
    .mutation(async ({ ctx, input: { sealed, form } }) => {
      const checked = await checkSealed(ctx.service, sealed);
      await ctx.work((work) => takeLookRecordAway(work, { ...checked, form }));
      return fileOf(checked, form);
    }),
});
