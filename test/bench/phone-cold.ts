import type { Page } from "@playwright/test";
import { untilShellIsKept } from "@/test/support/waiting";

/**
 * Opens Lantern so many times as from the home screen, without a network: milliseconds from the beginning of the
 * navigation until a tap on the number pad, made as soon as there is one, has put its digit into the field.
 */
export async function measureColdStarts(page: Page, count: number): Promise<readonly number[]> {
  const context = page.context();
  await page.goto("/check");
  await untilShellIsKept(page);
  await context.setOffline(true);
  await page.addInitScript(tapAtOnce);
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await page.goto("about:blank");
    await page.goto("/check");
    const time = await page.evaluate(padUsableAt);
    times.push(time);
    console.log(`  cold start ${String(index + 1)} of ${String(count)}: ${String(Math.round(time))} ms`);
  }
  await context.setOffline(false);
  return times;
}

/** Runs in the page before anything of its own, which began at 0: taps with the first frame that has a key to tap. */
function tapAtOnce(): void {
  const usable = new Promise<number>((resolve) => {
    let isTapped = false;
    const look = () => {
      const key = [...document.querySelectorAll<HTMLButtonElement>('[aria-label="Number keys"] button')].find(
        ({ textContent }) => textContent.trim() === "1",
      );
      if (key && !isTapped) key.click();
      isTapped ||= key !== undefined;
      const isTyped = [...document.querySelectorAll("input")].some(({ value }) => value.startsWith("1"));
      if (isTyped) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  Reflect.set(window, "padUsable", usable);
}

/** Runs in the page. */
async function padUsableAt(): Promise<number> {
  return Number(await Reflect.get(window, "padUsable"));
}
