import type { RowsRequest } from "@/server/vocabulary/rows-request";

/** The rows that are asked for as the record says it, in the words of an address: "raised by channel text". Pure. */
export function nameRows({ measure, cut }: RowsRequest): string {
  if (cut === undefined) return measure;
  const place = cut.by === "setting" && cut.place !== undefined ? ` in place ${cut.place}` : "";
  return `${measure} by ${cut.by} ${cut.is}${place}`;
}
