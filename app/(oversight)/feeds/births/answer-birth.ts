"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";

/** What is wrong with an answer, and what was entered. */
export interface BirthState {
  readonly problem?: string;
  readonly entered?: string;
}

const Answer = z.object({
  planId: z.uuid(),
  kind: z.enum(["number-given", "no-plan", "not-born"]),
  childNhsNumber: z.string().default(""),
});

/** Takes the answer to one question. Works without script too. */
export async function answerBirth(_before: BirthState, form: FormData): Promise<BirthState> {
  const { planId, kind, childNhsNumber } = Answer.parse(Object.fromEntries(form));
  const answer = kind === "number-given" ? { kind, childNhsNumber } : { kind };
  const answered = await orProblem(
    async () => (await caller()).feed.answerBirth({ planId, answer }),
    "/feeds/births",
  );
  if ("problem" in answered) return { ...answered, entered: childNhsNumber };
  revalidatePath("/feeds/births");
  redirect("/feeds/births");
}
