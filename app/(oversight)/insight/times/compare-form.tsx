import type { ReactElement } from "react";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/select-field";
import { TextField } from "@/app/_ui/text-field";
import type { TimesRead } from "@/server/domain/insight/read-times";
import {
  alertStepNames,
  alertSteps,
  timeBreakdownName,
  timeBreakdowns,
} from "@/server/vocabulary/alert-step";

/** Which step is looked at closely, by what, and from which day on it is compared. In the address, to be kept and sent. */
export function CompareForm({ read }: { readonly read: TimesRead }): ReactElement {
  const { request, from, to, unit } = read;
  return (
    <form className="period__dates" method="get" action="/insight/times" aria-label="Look closer">
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <SelectField
        id="step"
        name="step"
        label="Look closely at"
        defaultValue={request.step}
        options={alertSteps.map((value) => ({ value, label: alertStepNames[value] }))}
      />
      <SelectField
        id="by"
        name="by"
        label="By"
        defaultValue={request.by}
        options={timeBreakdowns.map((value) => ({ value, label: timeBreakdownName(value, unit) }))}
      />
      <TextField
        id="split"
        name="split"
        type="date"
        label="Compare before and from this day (optional)"
        defaultValue={request.splitOn ?? ""}
      />
      <Button variant="secondary">Look closer</Button>
    </form>
  );
}
