"use server";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { checkChosenFile } from "./chosen-file";
import { caller } from "@/app/_trpc/server";

/** What is wrong, in words for the person who sends. */
export interface SendState {
  readonly problem?: string;
}

/** Takes the chosen file in and goes on to what became of it. Works without script too. */
export async function sendList(_before: SendState, form: FormData): Promise<SendState> {
  const file = form.get("list");
  const problem = checkChosenFile(file instanceof File ? file : undefined);
  if (problem !== undefined || !(file instanceof File)) return { problem: problem ?? "Choose a file." };

  const sent = await send(file);
  if (!("path" in sent)) return sent;
  redirect(sent.path);
}

async function send(file: File): Promise<SendState | { readonly path: string }> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await (await caller()).feed.send({ fileName: file.name, bytes });
    if (outcome.kind === "unreadable") return { problem: outcome.message };
    return { path: `/feeds/${outcome.feedId}${outcome.isRepeat ? "?repeat" : ""}` };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED") return { path: "/sign-in?next=/feeds" };
    return {
      problem: isOurs(error)
        ? error.message
        : "The list could not be taken in, and nothing was changed. Try again.",
    };
  }
}

/** Refusals are written for the person in front of the screen; other errors are not. */
function isOurs({ code }: TRPCError): boolean {
  return code === "FORBIDDEN" || code === "CONFLICT" || code === "BAD_REQUEST";
}
