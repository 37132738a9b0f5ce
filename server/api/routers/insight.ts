import { z } from "zod";
import { permitted, permittedInTurn, router } from "@/server/api/procedures";
import { exportFigures } from "@/server/domain/insight/export-figures";
import { listOftenSeen } from "@/server/domain/insight/list-often-seen";
import { listRows } from "@/server/domain/insight/list-rows";
import { readDelivery } from "@/server/domain/insight/read-delivery";
import { readFigures } from "@/server/domain/insight/read-figures";
import { readActivity } from "@/server/domain/insight/read-activity";
import { beginRowsFile } from "@/server/domain/insight/rows-file/begin-rows-file";
import { readTimes } from "@/server/domain/insight/read-times";
import { listUntoldGaps } from "@/server/domain/reach/list-untold-gaps";
import { FiguresFileRequest } from "@/server/vocabulary/figures-file-request";
import { oftenKinds } from "@/server/vocabulary/often-seen";
import { PeriodRequest } from "@/server/vocabulary/period";
import { RowsRequest } from "@/server/vocabulary/rows-request";
import { TimesRequest } from "@/server/vocabulary/times-request";

export const insightRouter = router({
  /** What happened in a period, in figures. */
  figures: permittedInTurn("insight:read")
    .input(z.object({ period: PeriodRequest }))
    .query(({ ctx, input }) => ctx.work((work) => readFigures(work, input.period))),

  /** How long it takes from a look to a human. */
  times: permittedInTurn("insight:read")
    .input(TimesRequest)
    .query(({ ctx, input }) => ctx.work((work) => readTimes(work, input))),

  /** Who asks, how, when and with which answer; what was reported and what came of alerts. */
  activity: permittedInTurn("insight:read")
    .input(z.object({ period: PeriodRequest }))
    .query(({ ctx, input }) => ctx.work((work) => readActivity(work, input.period))),

  /** The children that a figure of those seen often counts. */
  oftenSeen: permittedInTurn("insight:read-children")
    .input(z.object({ kind: z.enum(oftenKinds) }))
    .query(({ ctx, input }) => ctx.work((work) => listOftenSeen(work, input.kind))),

  /** One of these pages as lines of a file, without small numbers. */
  file: permittedInTurn("insight:read")
    .input(FiguresFileRequest)
    .query(({ ctx, input }) => ctx.work((work) => exportFigures(work, input))),

  /** Whether pushes arrive, as the service proves to itself. */
  delivery: permitted("insight:read").query(({ ctx }) => ctx.work(readDelivery)),

  /** Whose rotas have gaps of which no manager could be told: for operators. */
  untoldGaps: permitted("insight:read").query(({ ctx }) => ctx.work(listUntoldGaps)),

  /** The rows that a figure counts. */
  rows: permittedInTurn("insight:read")
    .input(RowsRequest)
    .query(({ ctx, input }) => ctx.work((work) => listRows(work, input))),

  /** Says what a file of these rows will hold; what streams it says first that it is taken away. */
  rowsFile: permittedInTurn("insight:read")
    .input(RowsRequest)
    .query(({ ctx, input }) => ctx.work((work) => beginRowsFile(work, input))),
});
