import { openedFromTimes } from "./opened-from-times";
import type { Slice } from "@/app/(oversight)/insight/rows-address";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { RowsCut } from "@/server/vocabulary/rows-cut";

/** Of which rows the figures of a group are: of its days, or of all days those that agree in what is compared. */
export function groupSlice(read: Pick<TimesRead, "from" | "to" | "parts" | "request">, key: string): Slice {
  const { from, to, parts, request } = read;
  const { by } = request;
  const opened = openedFromTimes(read);
  if (by !== "day") {
    // What cannot be asked for leads to no page, and never to the rows of all.
    const cut = RowsCut.safeParse({ by, is: key }).data ?? { by: "setting", is: key };
    return { from, to, cut, ...opened };
  }
  const part = parts.find((one) => one.from === key);
  return { from: key, to: part?.to ?? to, ...opened };
}
