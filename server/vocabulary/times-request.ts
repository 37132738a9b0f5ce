import { z } from "zod";
import { alertSteps, timeBreakdowns } from "@/server/vocabulary/alert-step";
import { PeriodRequest } from "@/server/vocabulary/period";

/** Which times are asked for, and how they are compared. */
export const TimesRequest = z.object({
  period: PeriodRequest,
  step: z.enum(alertSteps),
  by: z.enum(timeBreakdowns),
  /** Compares the days before this one with this one and those after. */
  splitOn: z.iso.date().optional(),
});
export type TimesRequest = z.infer<typeof TimesRequest>;
