import { expect, type Page } from "@playwright/test";

/** The text of the page at twice its size, as somebody sets it who reads badly without glasses. */
export async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}

/** Nothing has to be scrolled sideways, sticks out of the screen or is cut off. */
export async function expectToFit(page: Page, where: string): Promise<void> {
  const faults = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width)
      found.push(`scrolls sideways: ${String(document.documentElement.scrollWidth)} of ${String(width)}`);
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const { left, right, width: wide, height } = element.getBoundingClientRect();
      const isHidden = wide < 2 || height < 2 || getComputedStyle(element).visibility === "hidden";
      if (isHidden || element.closest("svg, .nhsuk-skip-link")) continue;
      const name = `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.slice(0, 30)}”`;
      if (right > width + 1 || left < -1) found.push(`sticks out: ${name}`);
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (isCut && getComputedStyle(element).display !== "inline" && !element.matches("select"))
        found.push(`is cut off: ${name}`);
    }
    return found;
  });
  expect(faults, where).toEqual([]);
}

/** What the phone is made to shake by from the next page on, in the order in which it was. */
export async function feelVibration(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const felt: unknown[] = [];
    Reflect.set(window, "felt", felt);
    navigator.vibrate = (pattern) => {
      felt.push(pattern);
      return true;
    };
  });
  return () => page.evaluate(() => Reflect.get(window, "felt") as unknown);
}
