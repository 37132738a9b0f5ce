"use client";

import { useDeferredValue, type ReactElement } from "react";
import { ScrollTable, type ScrollTableProps } from "./scroll-table";

/** More than its frame shows at once, on any screen. */
const rowsWithPage = 30;

/**
 * A table of which its first rows come with the page, and the browser draws the rest as soon as the page can be used: some
 * hundred rows of links are most of the work of a page, for the service and for the connection.
 */
export function LongTable<Row>({ rows, ...table }: Omit<ScrollTableProps<Row>, "rowsToCome">): ReactElement {
  const first = rows.length > rowsWithPage ? rows.slice(0, rowsWithPage) : rows;
  const drawn = useDeferredValue(rows, first);
  return <ScrollTable {...table} rows={drawn} rowsToCome={rows.length - drawn.length} />;
}
