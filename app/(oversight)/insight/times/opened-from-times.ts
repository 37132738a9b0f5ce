import type { Slice } from "@/app/(oversight)/insight/rows-address";
import type { TimesRead } from "@/server/domain/insight/read-times";

type Looked = Pick<TimesRead, "from" | "to" | "request">;

/** For rows that are opened from the page of times: where they lead back to, with its days and what was looked at closely. */
export function openedFromTimes({ from, to, request }: Looked): Pick<Slice, "page" | "view"> {
  const { step, by, splitOn } = request;
  const view = new URLSearchParams({ from, to, step, by, ...(splitOn !== undefined && { split: splitOn }) });
  return { page: "times", view: view.toString() };
}
