import type { ReactElement } from "react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { formatDateTime } from "@/server/vocabulary/london-time";
import type { ExportForm, LookRecord } from "@/server/vocabulary/look-record";
import { countOf, entriesOfRecord, type RecordEntry } from "@/server/vocabulary/look-record-words";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

interface LookRecordViewProps {
  readonly record: LookRecord;
  readonly isBusy: boolean;
  readonly onTakeAway: (form: ExportForm) => void;
}

/** What is on record, oldest first, and the files that can be made of it. */
export function LookRecordView({ record, isBusy, onTakeAway }: LookRecordViewProps): ReactElement {
  const { nhsNumber, openedAt, scope, looks, acts } = record;
  return (
    <section aria-labelledby="record-heading" className="look-record">
      <h2 id="record-heading">Who looked at {formatNhsNumber(nhsNumber)}</h2>
      <p>
        As at {formatDateTime(openedAt)}: {countOf(looks.length, "look")}, {countOf(acts.length, "other act")}
        , oldest first.
      </p>
      <p>{scope}</p>
      <p>
        What people wrote is not repeated here, since it may name others. Before you hand anything on, decide
        what this person may be told: some of it may put a child at risk.
      </p>
      <TakeAway isBusy={isBusy} onTakeAway={onTakeAway} />
      <Entries entries={entriesOfRecord(record)} />
    </section>
  );
}

const files = [
  ["pdf", "PDF, to read"],
  ["json", "JSON, signed"],
  ["signature", "Signature of the JSON"],
] as const;

function TakeAway({ isBusy, onTakeAway }: Omit<LookRecordViewProps, "record">): ReactElement {
  return (
    <div role="group" aria-label="Take it away as a file" className="look-record__files">
      {files.map(([form, label]) => (
        <Button
          key={form}
          type="button"
          variant="secondary"
          disabled={isBusy}
          onClick={() => {
            onTakeAway(form);
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

function Entries({ entries }: { readonly entries: readonly RecordEntry[] }): ReactElement {
  if (entries.length === 0) {
    return (
      <EmptyState title="Nothing is on record under this number">
        <p>Nobody of your organisation looked it up. It does not say that nobody else did.</p>
      </EmptyState>
    );
  }
  return (
    <ol className="look-record__entries">
      {entries.map(({ kind, title, lines }, index) => (
        // A record does not change, and two things at one instant may read the same.
        <li key={index} className={`card look-record__entry look-record__entry--${kind}`}>
          <h3 className="nhsuk-heading-s">{title}</h3>
          <dl>
            {lines.map(({ heading, text }, place) => (
              <div key={place}>
                <dt>{heading}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
