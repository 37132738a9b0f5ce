import type { LondonDate } from "@/server/vocabulary/london-time";
import type { Measure } from "@/server/vocabulary/measure";

export interface Slice {
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** Authority or care setting. */
  readonly groupId?: string | undefined;
}

/** The page of the rows behind a figure. Names dates and ids only. */
export function rowsAddress(measure: Measure, slice: Slice, after?: string): string {
  const query = rowsQuery(measure, slice);
  return `/insight/rows?${query}${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}`;
}

/** All of these rows as a file. */
export function rowsFileAddress(measure: Measure, slice: Slice): string {
  return `/api/figure-rows?${rowsQuery(measure, slice)}`;
}

/** Measures, dates and ids are what they are in an address, too. */
function rowsQuery(measure: Measure, { from, to, groupId }: Slice): string {
  const days = `measure=${measure}&from=${from}&to=${to}`;
  return groupId === undefined ? days : `${days}&group=${groupId}`;
}
