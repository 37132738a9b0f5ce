import Link from "next/link";
import type { ReactElement } from "react";
import type { RowsFrom } from "@/app/(oversight)/insight/rows-address";
import type { RowsPage } from "@/server/domain/insight/list-rows";
import { timeBreakdowns } from "@/server/vocabulary/alert-step";
import { rowsBehind, stepOf } from "@/server/vocabulary/counted-rows";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

interface BackToFiguresProps {
  readonly page: RowsFrom;
  readonly request: RowsRequest;
  readonly days: Pick<RowsPage, "from" | "to">;
}

const pages = {
  figures: { href: "/insight", name: "Figures" },
  times: { href: "/insight/times", name: "Time to a human" },
  activity: { href: "/insight/activity", name: "Activity" },
  uptake: { href: "/uptake", name: "Is Lantern used as before?" },
} as const satisfies Record<RowsFrom, { readonly href: string; readonly name: string }>;

/** To the page that had the figure, with its days, and as it was looked at. */
export function BackToFigures({ page, request, days: { from, to } }: BackToFiguresProps): ReactElement {
  const { href, name } = pages[page];
  const look = page === "times" ? lookOf(request) : {};
  // The weeks of uptake end yesterday, whichever are asked for.
  const query = page === "uptake" ? "" : `?${new URLSearchParams({ from, to, ...look }).toString()}`;
  return (
    <Link className="nhsuk-back-link" href={`${href}${query}`} prefetch={false}>
      {name}
    </Link>
  );
}

/** What was looked at closely, as far as the rows tell. */
function lookOf({ measure, cut }: RowsRequest): Readonly<Record<string, string>> {
  const behind = rowsBehind[measure];
  const by = timeBreakdowns.find((one) => one === cut?.by);
  return {
    ...(behind.of === "alerts" && { step: stepOf(behind) }),
    ...(by !== undefined && { by }),
  };
}
