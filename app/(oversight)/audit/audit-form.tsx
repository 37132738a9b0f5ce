"use client";

import type { ReactElement, SubmitEvent } from "react";
import { Button } from "@/app/_ui/button";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { SelectField } from "@/app/_ui/select-field";
import { TextField } from "@/app/_ui/text-field";
import { AuditSearch } from "@/server/vocabulary/audit-search";
import { actionWords, outcomeWords } from "@/server/vocabulary/audited-action";

interface AuditFormProps {
  readonly from: string;
  readonly to: string;
  readonly problem: FieldProblem | undefined;
  readonly isBusy: boolean;
  readonly onSearch: (asked: AuditSearch) => void;
}

/** By days, person, action, outcome and NHS number; all but the days may be left open. */
export function AuditForm({ from, to, problem, isBusy, onSearch }: AuditFormProps): ReactElement {
  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const asked = readForm(new FormData(event.currentTarget));
    if (asked) onSearch(asked);
  }
  const errorAt = (fieldId: string) => (problem?.fieldId === fieldId ? problem.message : undefined);

  return (
    // Without the page's script nothing is sent: a plain form would put what was typed into the address.
    <form className="search-form" method="post" autoComplete="off" onSubmit={submit}>
      <div className="search-form__fields">
        <TextField
          id="from"
          name="from"
          type="date"
          label="First day"
          defaultValue={from}
          required
          error={errorAt("from")}
        />
        <TextField id="to" name="to" type="date" label="Last day" defaultValue={to} required />
        <TextField id="person" name="person" label="Person, or part of a name" maxLength={100} />
        <TextField
          id="nhs-number"
          name="nhsNumber"
          label="NHS number"
          inputMode="numeric"
          error={errorAt("nhs-number")}
        />
        <SelectField
          id="action"
          name="action"
          label="What was done"
          options={withAny(actionWords, "Anything")}
        />
        <SelectField id="outcome" name="outcome" label="Outcome" options={withAny(outcomeWords, "Any")} />
      </div>
      <Button disabled={isBusy}>{isBusy ? "Searching…" : "Search"}</Button>
    </form>
  );
}

/** The browser has checked the dates; the service checks everything again. */
function readForm(form: FormData): AuditSearch | undefined {
  const given = [...form].filter(([, value]) => value !== "");
  return AuditSearch.safeParse(Object.fromEntries(given)).data;
}

function withAny(words: Readonly<Record<string, string>>, any: string) {
  return [{ value: "", label: any }, ...Object.entries(words).map(([value, label]) => ({ value, label }))];
}
