"use server";

import { redirect } from "next/navigation";
import { checkChosenFile } from "./chosen-file";
import { problemInWords } from "./problem-in-words";
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

  let path = "/feeds";
  const problem = await problemInWords(async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const received = await (await caller()).feed.send({ fileName: file.name, bytes });
    path = `/feeds/${received.feedId}${received.isRepeat ? "?repeat" : ""}`;
  }, "/feeds");
  if (problem !== undefined) return { problem };
  redirect(path);
}
