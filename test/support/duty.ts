import type { Locator, Page } from "@playwright/test";
import type { FakePushService } from "@/test/support/fake-push-service";

/** Gives a duty worker a phone whose pushes our push service can read. */
export async function addPhone(page: Page, push: FakePushService): Promise<{ readonly endpoint: string }> {
  const subscription = push.makeSubscription();
  await callProcedure(page, "device.keep", subscription);
  return subscription;
}

/** What the service worker of a phone does when it has shown a push, or when somebody taps it. */
export async function reportMilestone(
  page: Page,
  receipt: string,
  milestone: "shown" | "opened",
): Promise<void> {
  await page.request.post("/api/push/receipts", { data: { receipt, milestone } });
}

/** Opens an alert from the list, by the reference that the crew sees too. */
export async function openAlert(page: Page, reference: string): Promise<void> {
  await page.goto("/duty");
  // Alerts of one call stand in a list of their own, within the list.
  const listed = page
    .getByRole("listitem")
    .filter({ hasText: `Reference ${reference}.`, hasNot: page.getByRole("listitem") });
  await listed.getByRole("link").click();
  await takeButton(page).waitFor();
}

export function takeButton(page: Page): Locator {
  return page.getByRole("button", { name: "I’m taking this" });
}

async function callProcedure(page: Page, procedure: string, input: unknown): Promise<void> {
  const answer = await page.request.post(`/api/trpc/${procedure}`, { data: { json: input } });
  if (!answer.ok()) throw new Error(`${procedure}: ${String(answer.status())} ${await answer.text()}`);
}
