import type { Page } from "@playwright/test";
import { untilShellIsKept } from "@/test/support/waiting";

/**
 * Opens Lantern so many times as from the home screen, without a network: milliseconds from the beginning of the
 * navigation until the number pad is there and can be tapped.
 */
export async function measureColdStarts(page: Page, count: number): Promise<readonly number[]> {
  const context = page.context();
  await page.goto("/check");
  await untilShellIsKept(page);
  await context.setOffline(true);
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await page.goto("about:blank");
    await page.goto("/check");
    await page
      .getByRole("group", { name: "Number keys" })
      .getByRole("button", { name: "1", exact: true })
      .tap();
    times.push(await page.evaluate(padUsableAt));
  }
  await context.setOffline(false);
  return times;
}

/** Runs in the page, which began at 0: now, once the tap has put its digit into the field. */
function padUsableAt(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const typed = [...document.querySelectorAll("input")].some(({ value }) => value.startsWith("1"));
      if (typed) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}
