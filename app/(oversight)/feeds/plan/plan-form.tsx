"use client";

import { useActionState, type ReactElement } from "react";
import { tellPlan } from "./tell-plan";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { RadioField } from "@/app/_ui/radio-field";
import { TextField } from "@/app/_ui/text-field";
import { planKinds, planKindWords } from "@/server/vocabulary/plan-kind";
import type { ToldPlan } from "@/server/vocabulary/told-plan";

/** One plan, field by field as in a row of the list. */
export function PlanForm({ plan: before }: { readonly plan: Partial<ToldPlan> }): ReactElement {
  const [{ plan, problems }, tell, isSending] = useActionState(tellPlan, { plan: before, problems: [] });
  const errorOf = (name: string) => problems.find(({ fieldId }) => fieldId === name)?.message;

  return (
    <form action={tell} noValidate aria-busy={isSending}>
      <ErrorSummary problems={problems} />
      {fields.map(({ name, ...field }) => (
        <TextField
          key={name}
          id={name}
          name={name}
          {...field}
          defaultValue={plan[name] ?? ""}
          error={errorOf(name)}
          autoComplete="off"
        />
      ))}
      <RadioField
        name="plan_type"
        question="What kind of plan is it?"
        choices={planTypes}
        chosen={plan.plan_type}
        error={errorOf("plan_type")}
      />
      {dates.map(({ name, ...field }) => (
        <TextField
          key={name}
          id={name}
          name={name}
          {...field}
          className="nhsuk-input--width-10"
          placeholder="YYYY-MM-DD"
          defaultValue={plan[name] ?? ""}
          error={errorOf(name)}
          autoComplete="off"
        />
      ))}
      <Button disabled={isSending}>{isSending ? "Saving…" : "Save the plan"}</Button>
    </form>
  );
}

const fields = [
  {
    name: "nhs_number",
    label: "NHS number",
    hint: "Ten digits. For an unborn child, the mother’s.",
    inputMode: "numeric",
  },
  { name: "family_name", label: "Family name" },
  { name: "given_names", label: "Given names" },
  { name: "date_of_birth", label: "Date of birth", hint: "For example 2019-04-02 or 02/04/2019." },
  { name: "local_id", label: "Your reference", hint: "The case’s number in your own system." },
] as const;

const dates = [
  { name: "start_date", label: "Start date" },
  { name: "end_date", label: "End date", hint: "Leave empty while the plan is in force." },
  {
    name: "delete_date",
    label: "Delete date",
    hint: "Only if the plan was entered in error: nobody sees it any more.",
  },
  { name: "due_date", label: "Due date", hint: "Unborn child only: when the child is due." },
] as const;

const planTypes = planKinds.map((kind) => ({
  value: planKindWords[kind].feedCode,
  label: planKindWords[kind].title,
}));
