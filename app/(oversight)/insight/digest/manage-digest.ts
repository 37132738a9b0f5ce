"use server";

import { revalidatePath } from "next/cache";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";
import { textOf } from "@/app/_ui/form-text";
import { digestPath } from "@/server/vocabulary/weekly-digest";

/** What came of the last step. */
export interface DigestStep {
  readonly isDone?: true;
  readonly problem?: string;
  /** What was entered, where it has to be put right. */
  readonly address?: string;
}

/** From the next Monday on the week goes to this address. */
export async function chooseDigest(_before: DigestStep, form: FormData): Promise<DigestStep> {
  const address = textOf(form, "address");
  const result = await orProblem(async () => (await caller()).digest.choose({ address }), digestPath);
  if ("problem" in result) return { ...result, address };
  revalidatePath(digestPath);
  return { isDone: true };
}

/** They go nowhere any more. */
export async function stopDigest(): Promise<DigestStep> {
  const result = await orProblem(async () => (await caller()).digest.stop(), digestPath);
  revalidatePath(digestPath);
  return "problem" in result ? result : { isDone: true };
}
