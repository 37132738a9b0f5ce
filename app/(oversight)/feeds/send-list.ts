"use server";

import { redirect } from "next/navigation";
import { checkChosenFile } from "./chosen-file";
import { orProblem } from "./problem-in-words";
import { caller } from "@/app/_trpc/server";

/** What is wrong, in words for the person who sends. */
export interface SendState {
  readonly problem?: string;
}

/** Takes the chosen file and goes on to what it would do. Works without script too. */
export async function sendList(_before: SendState, form: FormData): Promise<SendState> {
  const file = form.get("list");
  const wrong = checkChosenFile(file instanceof File ? file : undefined);
  if (wrong !== undefined || !(file instanceof File)) return { problem: wrong ?? "Choose a file." };

  const sent = await orProblem(async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return (await caller()).feed.send({ fileName: file.name, bytes });
  }, "/feeds");
  if ("problem" in sent) return sent;
  redirect(`/feeds/${sent.value.feedId}${sent.value.isRepeat ? "?repeat" : ""}`);
}
