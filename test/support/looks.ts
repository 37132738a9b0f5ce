import { expect, type Page } from "@playwright/test";

/** The text of the page at twice its size, as somebody sets it who reads badly without glasses. */
export async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}

/** Nothing has to be scrolled sideways, sticks out of the screen or is cut off. */
export async function expectToFit(page: Page, where: string): Promise<void> {
  const faults = [...(await page.evaluate(wordsOut)), ...(await page.evaluate(partsOut))];
  expect(faults, where).toEqual([]);
}

/** Words that stand outside the screen, wherever they are. Runs in the page. */
function wordsOut(): string[] {
  const width = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
  const elsewhere = "svg, script, .nhsuk-skip-link, .nhsuk-u-visually-hidden";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    const { left, right } = range.getBoundingClientRect();
    const isElsewhere = walker.currentNode.parentElement?.closest(elsewhere) ?? null;
    if ((right > width + 1 || left < -1) && isElsewhere === null)
      found.push(`words stick out: ${walker.currentNode.textContent ?? ""}`);
  }
  return found;
}

/** What one taps or reads as a whole and that sticks out, and anything that hides a part of itself. Runs in the page. */
function partsOut(): string[] {
  const width = document.documentElement.clientWidth;
  const whole = "button, input, select, textarea, img, table, .nhsuk-button, .call-button, .answer-panel";
  const out = [...document.querySelectorAll<HTMLElement>(whole)].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > width + 1 || left < -1;
  });
  const cut = [
    ...document.querySelectorAll<HTMLElement>(
      "body *:not(select, svg, svg *, .nhsuk-skip-link, .nhsuk-u-visually-hidden)",
    ),
  ].filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible",
  );
  return [...out, ...cut].map(
    (element) => `sticks out or is cut off: ${element.className} ${element.outerHTML.slice(0, 80)}`,
  );
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
