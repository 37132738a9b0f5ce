import type { ReactElement } from "react";
import { PositiveEvidence } from "./positive-evidence";
import { StepWords } from "./step-words";
import { Timeline } from "@/app/_ui/timeline";
import type { Entry } from "@/server/domain/chronology/chronology";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** One alert with everything around it, or one attendance. What was taken back is kept and struck through. */
export function ChronologyEntry({ entry }: { readonly entry: Entry }): ReactElement {
  const headingId = `entry-${String(entry.number)}`;
  const heading = `${formatDateTime(entry.at)}: ${entry.place}`;
  return (
    <section className="chronology__entry card" aria-labelledby={headingId}>
      <h3 className="nhsuk-heading-s" id={headingId}>
        Entry {entry.number}. {entry.isRetracted ? <del>{heading}</del> : heading}
      </h3>
      {entry.isRetracted && (
        <p>
          <strong>Retracted: {entry.retraction}.</strong> Kept on record, struck through.
        </p>
      )}
      {entry.isPositive && <PositiveEvidence>Help was sought promptly.</PositiveEvidence>}
      <p className="nhsuk-hint">
        {entry.caution}
        {entry.reference !== null && ` Alert ${entry.reference}.`}
      </p>
      <Timeline
        events={entry.steps.map((step, index) => ({
          id: String(index),
          at: step.at.toISOString(),
          time: formatDateTime(step.at),
          text: <StepWords step={step} />,
          detail: step.quote === null ? undefined : <Quote step={step} />,
        }))}
      />
      <p>
        <strong>{entry.conclusion}</strong>
      </p>
    </section>
  );
}

function Quote({ step: { quote, mark } }: { readonly step: Entry["steps"][number] }): ReactElement {
  return <span className="chronology__quote">{mark === "retracted" ? <del>{quote}</del> : quote}</span>;
}
