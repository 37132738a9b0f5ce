import { pagesWithRows, type OpenedFrom } from "@/app/(oversight)/insight/rows-address";
import { PageFileRequest } from "@/server/vocabulary/figures-file-request";
import { parsePageCursor } from "@/server/vocabulary/page-cursor";
import { PeriodRequest } from "@/server/vocabulary/period";
import { TimesRequest } from "@/server/vocabulary/times-request";
import { RowsRequest } from "@/server/vocabulary/rows-request";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

const usual: PeriodRequest = { days: 28 };

/** The period that an address names: 28 days where it names none, undefined where it cannot be read. */
export function readPeriod({ from, to, days }: Query): PeriodRequest | undefined {
  if (from === undefined && to === undefined && days === undefined) return usual;
  const asked = from === undefined && to === undefined ? { days: Number(days) } : { from, to };
  return PeriodRequest.safeParse(asked).data;
}

/** The rows that an address names; undefined where it cannot be read. */
export function readRowsRequest(query: Query): RowsRequest | undefined {
  const { measure, group, after, by, is, place } = query;
  const cursor = typeof after === "string" ? parsePageCursor(after) : undefined;
  const asked = {
    measure,
    period: readPeriod(query),
    ...(group !== undefined && { groupId: group }),
    ...(by !== undefined && { cut: { by, is, place } }),
    ...(cursor && { after: cursor }),
  };
  return RowsRequest.safeParse(asked).data;
}

/** From which page rows were opened, and how that was asked: Figures where the address does not say. */
export function readOpenedFrom({ page, view }: Query): OpenedFrom {
  const found = pagesWithRows.find((one) => one === page) ?? "figures";
  if (found !== "times" || typeof view !== "string") return { page: found };
  const asked = readTimesRequest(Object.fromEntries(new URLSearchParams(view)));
  return asked === undefined ? { page: found } : { page: found, view };
}

/** The times that an address names: taken, by day, where it does not say; undefined where it cannot be read. */
export function readTimesRequest(query: Query): TimesRequest | undefined {
  const { step = "taken", by = "day", split } = query;
  const period = readPeriod(query);
  return TimesRequest.safeParse({
    period,
    step,
    by,
    ...(split !== undefined && split !== "" && { splitOn: split }),
  }).data;
}

/** The file of a page that an address names; undefined where it cannot be read. */
export function readFileRequest(page: string, query: Query): PageFileRequest | undefined {
  const asked = page === "times" ? readTimesRequest(query) : { period: readPeriod(query) };
  return PageFileRequest.safeParse({ page, ...asked }).data;
}
