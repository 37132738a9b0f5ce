import { z } from "zod";
import { countedRows, rowsBehind } from "@/server/vocabulary/counted-rows";
import { PageCursor } from "@/server/vocabulary/page-cursor";
import { PeriodRequest } from "@/server/vocabulary/period";
import { isCutOf, RowsCut } from "@/server/vocabulary/rows-cut";

/** Which figure's rows are asked for. */
export const RowsRequest = z
  .object({
    measure: z.enum(countedRows),
    period: PeriodRequest,
    /** Only the rows of this authority or care setting, whichever the figures of whoever asks are broken down by. */
    groupId: z.uuid().toLowerCase().optional(),
    /** Only the rows that have this in common. */
    cut: RowsCut.optional(),
    after: PageCursor.optional(),
  })
  .refine(({ measure, cut }) => cut === undefined || isCutOf(measure, cut), "No figure counts these rows.")
  .refine(
    ({ measure, groupId }) => groupId === undefined || ["lookups", "alerts"].includes(rowsBehind[measure].of),
    "Reports are not counted by group.",
  )
  .refine(
    ({ groupId, cut }) => groupId === undefined || cut?.by !== "setting",
    "No figure counts these rows.",
  );
export type RowsRequest = z.infer<typeof RowsRequest>;
