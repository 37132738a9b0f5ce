import type { Slice } from "@/app/(oversight)/insight/rows-address";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { RowsCut } from "@/server/vocabulary/rows-cut";

/** Of which rows the figures of a group are: of its days, or of all days those that agree in what is compared. */
export function groupSlice(
  { from, to, parts, request: { by } }: Pick<TimesRead, "from" | "to" | "parts" | "request">,
  key: string,
): Slice {
  if (by !== "day") return { from, to, cut: RowsCut.safeParse({ by, is: key }).data, page: "times" };
  const part = parts.find((one) => one.from === key);
  return { from: key, to: part?.to ?? to, page: "times" };
}
