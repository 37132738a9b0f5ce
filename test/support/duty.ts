import type { Page } from "@playwright/test";
import type { FakePushService } from "@/test/support/fake-push-service";

/** Gives a duty worker a phone whose pushes our push service can read. */
export async function addPhone(page: Page, push: FakePushService): Promise<{ readonly endpoint: string }> {
  const subscription = push.makeSubscription();
  await callProcedure(page, "device.keep", subscription);
  return subscription;
}

/** What the service worker of a phone does when it has shown a push, or when somebody taps it. */
export async function reportMilestone(page: Page, receipt: string, milestone: "shown" | "opened"): Promise<void> {
  await page.request.post("/api/push/receipts", { data: { receipt, milestone } });
}

async function callProcedure(page: Page, procedure: string, input: unknown): Promise<void> {
  const answer = await page.request.post(`/api/trpc/${procedure}`, { data: { json: input } });
  if (!answer.ok()) throw new Error(`${procedure}: ${String(answer.status())} ${await answer.text()}`);
}
