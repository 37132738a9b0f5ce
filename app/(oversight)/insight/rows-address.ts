import type { CountedRows } from "@/server/vocabulary/counted-rows";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { RowsCut } from "@/server/vocabulary/rows-cut";

export interface Slice {
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** Authority or care setting. */
  readonly groupId?: string | undefined;
  /** What the rows have in common. */
  readonly cut?: RowsCut | undefined;
  /** The page that has the figure, where that is not Figures. */
  readonly page?: RowsFrom | undefined;
  /** How that page was asked, where its days do not tell it. */
  readonly view?: string | undefined;
}

export const pagesWithRows = ["figures", "times", "activity", "uptake"] as const;
/** The page from which rows are opened, and to which they lead back. */
export type RowsFrom = (typeof pagesWithRows)[number];

/** What leads back there. */
export type OpenedFrom = Required<Pick<Slice, "page">> & Pick<Slice, "view">;

/** The page of the rows behind a figure. Names dates, ids and what is counted apart, and nothing about anybody. */
export function rowsAddress(measure: CountedRows, slice: Slice, after?: string): string {
  const query = rowsQuery(measure, slice);
  const page = slice.page === undefined || slice.page === "figures" ? "" : `&page=${slice.page}`;
  const view = slice.view === undefined ? "" : `&view=${encodeURIComponent(slice.view)}`;
  return `/insight/rows?${query}${page}${view}${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}`;
}

/** All of these rows as a file. */
export function rowsFileAddress(measure: CountedRows, slice: Slice): string {
  return `/api/figure-rows?${rowsQuery(measure, slice)}`;
}

/** Measures, dates, ids and what is counted apart are what they are in an address, too. */
function rowsQuery(measure: CountedRows, { from, to, groupId, cut }: Slice): string {
  const group = groupId === undefined ? "" : `&group=${groupId}`;
  return `measure=${measure}&from=${from}&to=${to}${group}${cut === undefined ? "" : cutQuery(cut)}`;
}

function cutQuery(cut: RowsCut): string {
  const place = cut.by === "setting" && cut.place !== undefined ? `&place=${cut.place}` : "";
  return `&by=${cut.by}&is=${cut.is}${place}`;
}
