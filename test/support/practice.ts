import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { chooseSetting } from "@/test/support/crew";
import { askOwner } from "@/test/support/owner-database";

/** Opens practice from the menu, as somebody new would. */
export async function openPractice(page: Page, setting = "Ambulance"): Promise<Page> {
  await chooseSetting(page, setting);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Practise" }).click();
  await expect(page.getByRole("heading", { name: "Practice: check a child" })).toBeVisible();
  return page;
}

export function practiceBanner(page: Page): Locator {
  return page.getByRole("region", { name: "Practice", exact: true });
}

export function nextOfStory(page: Page): Locator {
  return page.getByRole("button", { name: "What happens next?" });
}

const Rows = z.object({ rows: z.unknown() });

/** How many rows there are of all that a look at a child leaves behind, or that could tell somebody. */
export async function rowsThatTell(ownerUrl: string): Promise<unknown> {
  const [counted] = await askOwner(
    ownerUrl,
    Rows,
    `select json_build_object(
       'lookup', (select count(*) from lookup), 'attendance', (select count(*) from attendance),
       'incident', (select count(*) from incident), 'alert', (select count(*) from alert),
       'alert_event', (select count(*) from alert_event), 'notice', (select count(*) from notice),
       'message', (select count(*) from message),
       'outbox', (select count(*) from outbox where job::text like '%alertId%')) as rows`,
  );
  return counted?.rows;
}

/** Everything that pages of this context ask the service for, with what they send. */
export function requestsOf(page: Page): string[] {
  const sent: string[] = [];
  page
    .context()
    .on("request", (request) =>
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`),
    );
  return sent;
}
