"use server";

import { revalidatePath } from "next/cache";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";
import { textOf } from "@/app/_ui/form-text";
import type { ShownSecret } from "@/server/domain/webhook/add-webhook";
import { WebhookId } from "@/server/vocabulary/ids";

/** What came of the last step. A secret is in here once, and nowhere else. */
export interface WebhookStep {
  readonly shown?: ShownSecret;
  readonly isDone?: true;
  readonly problem?: string;
  /** What was entered, where it has to be put right. */
  readonly address?: string;
}

const path = "/feeds/webhooks";

/** Adds an address and shows its secret this once. */
export async function addWebhook(_before: WebhookStep, form: FormData): Promise<WebhookStep> {
  const address = textOf(form, "address");
  const result = await orProblem(async () => (await caller()).webhook.add({ address }), path);
  if ("problem" in result) return { ...result, address };
  revalidatePath(path);
  return { shown: result.value };
}

/** Sends a test. */
export async function testWebhook(_before: WebhookStep, form: FormData): Promise<WebhookStep> {
  const webhookId = WebhookId.parse(form.get("webhookId"));
  const result = await orProblem(async () => (await caller()).webhook.test({ webhookId }), path);
  revalidatePath(path);
  return "problem" in result ? result : { isDone: true };
}

/** Replaces a secret by a new one, which is shown this once. */
export async function rotateSecret(_before: WebhookStep, form: FormData): Promise<WebhookStep> {
  const webhookId = WebhookId.parse(form.get("webhookId"));
  // Nothing chosen is no choice, and not an end at once.
  const overlapDays = Number(form.get("overlapDays") ?? Number.NaN);
  const result = await orProblem(
    async () => (await caller()).webhook.rotate({ webhookId, overlapDays }),
    path,
  );
  revalidatePath(path);
  return "problem" in result ? result : { shown: result.value };
}

/** Ends telling an address. */
export async function turnOffWebhook(_before: WebhookStep, form: FormData): Promise<WebhookStep> {
  const webhookId = WebhookId.parse(form.get("webhookId"));
  const result = await orProblem(async () => (await caller()).webhook.turnOff({ webhookId }), path);
  revalidatePath(path);
  return "problem" in result ? result : { isDone: true };
}
