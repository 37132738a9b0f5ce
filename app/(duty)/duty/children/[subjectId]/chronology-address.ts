import type { ChronologyPeriod } from "@/server/vocabulary/chronology-period";
import type { SubjectId } from "@/server/vocabulary/ids";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

export const orders = ["newest", "oldest"] as const;
export type Order = (typeof orders)[number];

/** Newest first unless the address says otherwise. */
export function readOrder({ order }: Query): Order {
  return orders.find((known) => known === order) ?? "newest";
}

/** The page itself. Names an id, dates and an order only, never who the child is. */
export function pageAddress(subjectId: SubjectId): string {
  return `/duty/children/${subjectId}`;
}

/** The page with a period and an order. */
export function chronologyAddress(subjectId: SubjectId, period: ChronologyPeriod, order: Order): string {
  return `${pageAddress(subjectId)}?${queryOf(period, order)}`;
}

/** The same as a PDF. */
export function fileAddress(subjectId: SubjectId, period: ChronologyPeriod, order: Order): string {
  return `/api/chronologies/${subjectId}?${queryOf(period, order)}`;
}

function queryOf(period: ChronologyPeriod, order: Order): string {
  const named = typeof period === "string" ? { period } : period;
  return new URLSearchParams({ ...named, order }).toString();
}
