import { z } from "zod";
import { PeriodRequest } from "@/server/vocabulary/period";
import { TimesRequest } from "@/server/vocabulary/times-request";

/** Which page of figures is taken away as a file. */
export const FiguresFileRequest = z.discriminatedUnion("page", [
  z.object({ page: z.literal("figures"), period: PeriodRequest }),
  z.object({ page: z.literal("activity"), period: PeriodRequest }),
  TimesRequest.extend({ page: z.literal("times") }),
]);
export type FiguresFileRequest = z.infer<typeof FiguresFileRequest>;

/** The same of any page of a manager: some have no period to choose. */
export const PageFileRequest = z.discriminatedUnion("page", [
  FiguresFileRequest,
  z.object({ page: z.literal("quality") }),
  z.object({ page: z.literal("uptake") }),
  z.object({ page: z.literal("tonight") }),
  z.object({ page: z.literal("tonight-of-all") }),
  z.object({ page: z.literal("drills") }),
]);
export type PageFileRequest = z.infer<typeof PageFileRequest>;
