"use client";

import type { ReactElement } from "react";
import { AuditForm } from "./audit-form";
import { AuditRows } from "./audit-rows";
import { useAuditSearch } from "./use-audit-search";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { formatDateTime } from "@/server/vocabulary/london-time";

interface AuditScreenProps {
  /** The days that the form begins with. */
  readonly from: string;
  readonly to: string;
}

/** Search and what it found. What is typed goes out in the body of a call: it is never part of an address. */
export function AuditScreen({ from, to }: AuditScreenProps): ReactElement {
  const { found, problem, isBusy, search, more } = useAuditSearch();
  return (
    <>
      {problem !== undefined && <ErrorSummary problems={[problem]} />}
      <AuditForm from={from} to={to} problem={problem} isBusy={isBusy} onSearch={search} />
      <p role="status" className="nhsuk-u-visually-hidden">
        {found && `${String(found.rows.length)} rows found`}
      </p>
      {found && (
        <>
          <p>As at {formatDateTime(found.asAt)}.</p>
          {found.rows.length === 0 ? <NothingFound /> : <AuditRows rows={found.rows} />}
          {found.next !== undefined && (
            <Button type="button" variant="secondary" disabled={isBusy} onClick={more}>
              Show older
            </Button>
          )}
        </>
      )}
    </>
  );
}

function NothingFound(): ReactElement {
  return (
    <EmptyState title="Nothing was found">
      <p>Take a condition away, or choose more days.</p>
    </EmptyState>
  );
}
