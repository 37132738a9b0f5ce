import type { ReactElement } from "react";
import { ChildOfChronology } from "./child-of-chronology";
import { chronologyAddress, fileAddress, type Order } from "./chronology-address";
import { ChronologyEntry } from "./chronology-entry";
import { PeriodForm } from "./period-form";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import type { Chronology } from "@/server/domain/chronology/chronology";
import type { ChronologyPeriod } from "@/server/vocabulary/chronology-period";
import { formatDateTime, formatLondonDate } from "@/server/vocabulary/london-time";

interface ChronologyViewProps {
  readonly chronology: Chronology;
  readonly period: ChronologyPeriod;
  readonly order: Order;
}

/** Everything that is on record about one child, for reading and for paper. */
export function ChronologyView({ chronology, period, order }: ChronologyViewProps): ReactElement {
  const { child, reference, from, to, readAt, readBy } = chronology;
  const entries = order === "oldest" ? chronology.entries : chronology.entries.toReversed();
  return (
    <article className="chronology">
      <p className="chronology__paper-head">
        {child.authorityName}. Chronology {reference}. Printed {formatDateTime(readAt)} by {readBy},
        official-sensitive.
      </p>
      <PageTitle caption={`${child.authorityName}, chronology ${reference}`}>
        {child.givenNames} {child.familyName}
      </PageTitle>
      <ChildOfChronology child={child} />
      <h2 className="nhsuk-heading-m">Seen in unscheduled care</h2>
      <p>
        {periodInWords(from, to)}: <strong>{countInWords(entries.length)}</strong>. What came of each is told
        even where it came later.
      </p>
      <PeriodForm
        subjectId={child.subjectId}
        order={order}
        period={period}
        typed={typeof period === "string" ? { from: "", to: "" } : { ...period }}
      />
      <p className="chronology__tools">
        <a className="chronology__link" href={fileAddress(child.subjectId, period, order)}>
          Download as PDF
        </a>
        <OrderLink subjectId={child.subjectId} period={period} order={order} />
      </p>
      {entries.length === 0 ? (
        <EmptyState title="Nothing is on record in these days">
          <p>This says nothing about other days, nor about care that did not look at the record.</p>
        </EmptyState>
      ) : (
        entries.map((entry) => <ChronologyEntry key={entry.key} entry={entry} />)
      )}
    </article>
  );
}

interface OrderLinkProps {
  readonly subjectId: Chronology["child"]["subjectId"];
  readonly period: ChronologyPeriod;
  readonly order: Order;
}

function OrderLink({ subjectId, period, order }: OrderLinkProps): ReactElement {
  const other = order === "newest" ? "oldest" : "newest";
  return (
    <a className="chronology__link" href={chronologyAddress(subjectId, period, other)}>
      {other === "oldest" ? "Show the oldest first" : "Show the newest first"}
    </a>
  );
}

function periodInWords(from: string | null, to: string): string {
  const last = formatLondonDate(to);
  return from === null ? `Everything up to ${last}` : `From ${formatLondonDate(from)} to ${last}`;
}

function countInWords(count: number): string {
  return count === 1 ? "1 entry" : `${String(count)} entries`;
}
