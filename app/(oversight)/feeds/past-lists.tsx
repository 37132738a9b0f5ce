import Link from "next/link";
import type { ReactElement } from "react";
import { FeedStateTag } from "./feed-state-tag";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import type { ListedFeed } from "@/server/domain/register/list-feeds";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { formatCount } from "@/server/vocabulary/format-count";

/** What came before, newest first; each opens its rows. */
export function PastLists({ feeds }: { readonly feeds: readonly ListedFeed[] }): ReactElement {
  if (feeds.length === 0) {
    return <EmptyState title="No list has been received yet">The first one may have any number.</EmptyState>;
  }
  return (
    <DataTable caption="Lists received" columns={columns} rows={feeds} rowKey={({ feedId }) => feedId} />
  );
}

const columns: readonly Column<ListedFeed>[] = [
  {
    key: "sequence",
    heading: "List",
    cell: ({ feedId, sequence, authorityName }) => (
      <Link className="whitespace-nowrap" href={`/feeds/${feedId}`} prefetch={false}>
        {sequence === null ? "One plan" : `Number ${sequence}`}
        <span className="nhsuk-u-visually-hidden"> of {authorityName}</span>
      </Link>
    ),
  },
  { key: "received", heading: "Received", cell: ({ receivedAt }) => formatDateTime(receivedAt) },
  { key: "sender", heading: "Sent by", cell: ({ sentBy }) => sentBy ?? "The authority’s system" },
  { key: "state", heading: "Result", cell: (feed) => <FeedStateTag {...feed} /> },
  { key: "loaded", heading: "Loaded", numeric: true, cell: ({ loaded }) => formatCount(loaded) },
  {
    key: "rejected",
    heading: "Not loaded",
    numeric: true,
    cell: ({ rejected }) => formatCount(rejected),
  },
  {
    key: "missing",
    heading: "Missing",
    numeric: true,
    cell: ({ missing }) => formatCount(missing),
  },
];
