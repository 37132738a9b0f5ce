import type { StepRow } from "@/server/domain/insight/count-times";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { addDays } from "@/server/vocabulary/london-time";
import type { Days } from "@/server/vocabulary/period";

/** The days of a part: all, or those before or from the day at which they are compared. */
export function partDays(
  { from, to, request: { splitOn } }: Pick<TimesRead, "from" | "to" | "request">,
  part: StepRow["part"],
): Days {
  if (splitOn === undefined || part === "all") return { from, to };
  return part === "before" ? { from, to: addDays(splitOn, -1) } : { from: splitOn, to };
}
