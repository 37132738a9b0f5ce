import { z } from "zod";
import { measures } from "@/server/vocabulary/measure";
import { PageCursor } from "@/server/vocabulary/page-cursor";
import { PeriodRequest } from "@/server/vocabulary/period";

/** Which figure's rows are asked for. */
export const RowsRequest = z.object({
  measure: z.enum(measures),
  period: PeriodRequest,
  /** Only the rows of this authority or care setting. */
  groupId: z.uuid().toLowerCase().optional(),
  after: PageCursor.optional(),
});
export type RowsRequest = z.infer<typeof RowsRequest>;
