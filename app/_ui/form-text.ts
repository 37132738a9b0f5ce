import type { z } from "zod";

/** What was typed into a field, without blanks around it; empty where there is no such field. Pure. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** What is wrong with a form, by the id of its field. */
export type FormProblems = Readonly<Record<string, string>>;

/** Of several things that are wrong with one field the first is said. Pure. */
export function problemsOf(error: z.ZodError | undefined): FormProblems {
  const problems: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) problems[String(path[0])] ??= message;
  return problems;
}
