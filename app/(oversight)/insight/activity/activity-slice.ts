import type { Slice } from "@/app/(oversight)/insight/rows-address";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import type { RowsCut } from "@/server/vocabulary/rows-cut";

/** Of which rows a figure is: of the days that are shown, and what they have in common. */
export function sliceOf({ from, to }: Pick<ActivityRead, "from" | "to">, cut?: RowsCut): Slice {
  return { from, to, cut, page: "activity" };
}
