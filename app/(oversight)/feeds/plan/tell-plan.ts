"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { ToldPlan } from "@/server/vocabulary/told-plan";

/** What was entered and what is wrong with it; nothing of it is lost. */
export interface PlanState {
  readonly plan: Partial<ToldPlan>;
  readonly problems: readonly FieldProblem[];
}

/** Whatever was entered, to be shown again. */
const EnteredPlan = z.record(z.string(), z.string().trim().catch(""));

/** Takes one plan and goes on to what became of it. Works without script too. */
export async function tellPlan(_before: PlanState, form: FormData): Promise<PlanState> {
  const entered = EnteredPlan.parse(Object.fromEntries(form));
  const parsed = ToldPlan.safeParse(entered);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ fieldId: String(path[0]), message }));
    return { plan: entered, problems };
  }
  const told = await orProblem(async () => (await caller()).feed.tellPlan(parsed.data), "/feeds/plan");
  if ("problem" in told)
    return { plan: entered, problems: [{ fieldId: "nhs_number", message: told.problem }] };
  if (!told.value.ok) {
    const problems = told.value.problems.map(({ column, message }) => ({
      fieldId: column || "nhs_number",
      message,
    }));
    return { plan: entered, problems };
  }
  redirect(`/feeds/${told.value.feedId}`);
}
