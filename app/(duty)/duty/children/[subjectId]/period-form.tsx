import type { ReactElement } from "react";
import { pageAddress, type Order, type Query } from "./chronology-address";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";
import {
  chronologyLengths,
  chronologyLengthWords,
  type ChronologyPeriod,
  type PeriodProblem,
} from "@/server/vocabulary/chronology-period";
import type { SubjectId } from "@/server/vocabulary/ids";

interface PeriodFormProps {
  readonly subjectId: SubjectId;
  readonly order: Order;
  /** What is shown; empty where what was asked could not be read. */
  readonly period?: ChronologyPeriod;
  /** What the two fields begin with. */
  readonly typed: Query;
  readonly problems?: readonly PeriodProblem[];
}

/** Plain forms, which work before the page's own script does; the period is in the address. */
export function PeriodForm({
  subjectId,
  order,
  period,
  typed,
  problems = [],
}: PeriodFormProps): ReactElement {
  const action = pageAddress(subjectId);
  const problemOf = (field: "from" | "to") => problems.find(({ fieldId }) => fieldId === field)?.message;
  return (
    <section className="period chronology__tools" aria-label="Period">
      <form className="period__lengths" method="get" action={action}>
        <input type="hidden" name="order" value={order} />
        {chronologyLengths.map((length) => (
          <Button
            key={length}
            variant={length === period ? "primary" : "secondary"}
            aria-current={length === period ? "true" : undefined}
            name="period"
            value={length}
          >
            {chronologyLengthWords[length]}
          </Button>
        ))}
      </form>
      <details className="nhsuk-details" open={typeof period !== "string"}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Other dates</span>
        </summary>
        <form className="nhsuk-details__text period__dates" method="get" action={action} noValidate>
          <input type="hidden" name="order" value={order} />
          {(["from", "to"] as const).map((field) => (
            <TextField
              key={field}
              id={field}
              name={field}
              label={field === "from" ? "First day" : "Last day"}
              hint="For example 24/8/2026"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={textOf(typed[field])}
              error={problemOf(field)}
            />
          ))}
          <Button variant="secondary">Show these days</Button>
        </form>
      </details>
    </section>
  );
}

function textOf(typed: Query[string]): string {
  return typeof typed === "string" ? typed : "";
}
