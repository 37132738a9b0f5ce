import type { RowsRequest } from "@/server/vocabulary/rows-request";

/** The rows that are asked for as the record says it, in the words of an address: "raised by channel text". Pure. */
export function nameRows({
  measure,
  groupId,
  cut,
}: Pick<RowsRequest, "measure" | "groupId" | "cut">): string {
  const rows = groupId === undefined ? measure : `${measure} of ${groupId}`;
  if (cut === undefined) return rows;
  const place = cut.by === "setting" && cut.place !== undefined ? ` in place ${cut.place}` : "";
  return `${rows} by ${cut.by} ${cut.is}${place}`;
}
