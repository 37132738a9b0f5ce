import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { LeavingAnswer, recordDeparture } from "@/server/domain/alert/visit/record-departure";
import { recordReview } from "@/server/domain/alert/visit/record-review";
import { recordSighting, sightings } from "@/server/domain/alert/visit/record-sighting";
import { reportBirth } from "@/server/domain/alert/visit/report-birth";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import { sendSummary } from "@/server/domain/alert/visit/send-summary";
import { departures } from "@/server/vocabulary/alert-outcome";
import { BirthReport } from "@/server/vocabulary/birth-report";
import { LookupId } from "@/server/vocabulary/ids";

const OneVisit = z.object({ lookupId: LookupId });

/** What a crew says of a child whom they asked about, to every authority that was told. */
export const visitRouter = router({
  sighting: permitted("visit:record")
    .input(OneVisit.extend({ sighting: z.enum(sightings) }))
    .mutation(({ ctx, input }) => ctx.work((work) => recordSighting(work, input))),

  wrongChild: permitted("visit:record")
    .input(OneVisit)
    .mutation(({ ctx, input }) => ctx.work((work) => retractLookup(work, input.lookupId))),

  /** The baby of the woman who was asked about is born. */
  birth: permitted("visit:record")
    .input(BirthReport)
    .mutation(({ ctx, input }) => ctx.work((work) => reportBirth(work, input))),

  review: permitted("visit:record")
    .input(OneVisit.extend({ clinician: z.string().max(100) }))
    .mutation(({ ctx, input }) => ctx.work((work) => recordReview(work, input))),

  departure: permitted("visit:record")
    .input(OneVisit.extend({ departure: z.enum(departures), despite: z.boolean() }))
    .output(LeavingAnswer)
    .mutation(({ ctx, input }) => ctx.work((work) => recordDeparture(work, input))),

  summary: permitted("visit:record")
    .input(OneVisit.extend({ text: z.string().max(10_000) }))
    .mutation(({ ctx, input }) => ctx.work((work) => sendSummary(work, input))),
});
