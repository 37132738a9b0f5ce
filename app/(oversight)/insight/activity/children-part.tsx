import Link from "next/link";
import type { ReactElement } from "react";
import { oftenAddress } from "./children/often-address";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { OftenSeen } from "@/server/domain/insight/count-often-seen";
import { formatCount } from "@/server/vocabulary/format-count";
import { oftenKinds, oftenNames, type OftenKind } from "@/server/vocabulary/often-seen";

interface Row {
  readonly kind: OftenKind;
  readonly children: number;
}

/** Children of the authority who are seen often: how many, and the way to which. */
export function ChildrenPart({ oftenSeen }: { readonly oftenSeen: OftenSeen }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">Children seen often</h2>
      <DataTable
        caption="Your children at unscheduled care in the last 12 months, up to now"
        columns={columns}
        rows={oftenKinds.map((kind) => ({ kind, children: oftenSeen[kind] }))}
        rowKey={({ kind }) => kind}
      />
    </>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "who",
    heading: "Who were seen",
    cell: ({ kind, children }) =>
      children === 0 ? (
        oftenNames[kind]
      ) : (
        <Link href={oftenAddress(kind)} prefetch={false}>
          {oftenNames[kind]}
          <span className="nhsuk-u-visually-hidden">: see which children</span>
        </Link>
      ),
  },
  { key: "children", heading: "Children", numeric: true, cell: ({ children }) => formatCount(children) },
];
