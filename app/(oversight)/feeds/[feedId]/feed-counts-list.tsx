import type { ReactElement } from "react";
import { SummaryList } from "@/app/_ui/summary-list";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { formatCount } from "@/server/vocabulary/format-count";

/** The figures of a list, each row of it counted once. */
export function FeedCountsList({ counts }: { readonly counts: FeedReport["counts"] }): ReactElement {
  return <SummaryList rows={figures.map(({ key, count }) => ({ key, value: formatCount(counts[count]) }))} />;
}

const figures: readonly { readonly key: string; readonly count: keyof FeedReport["counts"] }[] = [
  { key: "Rows in the list", count: "rows" },
  { key: "New plans", count: "added" },
  { key: "Changed", count: "changed" },
  { key: "Ended", count: "ended" },
  { key: "Deleted", count: "deleted" },
  { key: "Unchanged", count: "unchanged" },
  { key: "Not loaded", count: "rejected" },
  { key: "In the register but missing from the list", count: "missing" },
];
