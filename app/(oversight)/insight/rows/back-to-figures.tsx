import Link from "next/link";
import type { ReactElement } from "react";
import type { OpenedFrom, RowsFrom } from "@/app/(oversight)/insight/rows-address";
import type { RowsPage } from "@/server/domain/insight/list-rows";

interface BackToFiguresProps {
  readonly openedFrom: OpenedFrom;
  readonly days: Pick<RowsPage, "from" | "to">;
}

const pages = {
  figures: { href: "/insight", name: "Figures" },
  times: { href: "/insight/times", name: "Time to a human" },
  activity: { href: "/insight/activity", name: "Activity" },
  uptake: { href: "/uptake", name: "Is Lantern used as before?" },
} as const satisfies Record<RowsFrom, { readonly href: string; readonly name: string }>;

/** To the page that had the figure: as it was looked at, or with the days of the rows. */
export function BackToFigures({
  openedFrom: { page = "figures", view },
  days: { from, to },
}: BackToFiguresProps): ReactElement {
  const { href, name } = pages[page];
  // The weeks of uptake end yesterday, whichever are asked for.
  const query = page === "uptake" ? "" : `?${view ?? new URLSearchParams({ from, to }).toString()}`;
  return (
    <Link className="nhsuk-back-link" href={`${href}${query}`} prefetch={false}>
      {name}
    </Link>
  );
}
