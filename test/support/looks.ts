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
    const screen = document.documentElement;
    const isSeen = (element: HTMLElement) => {
      const { width, height } = element.getBoundingClientRect();
      return width >= 2 && height >= 2 && !element.closest("svg, .nhsuk-skip-link");
    };
    const faultOf = (element: HTMLElement) => {
      const { left, right } = element.getBoundingClientRect();
      if (right > screen.clientWidth + 1 || left < -1) return "sticks out";
      const isBox = element.clientWidth > 0 && !element.matches("select");
      return isBox && element.scrollWidth > element.clientWidth + 1 ? "is cut off" : undefined;
    };
    const found = [...document.querySelectorAll<HTMLElement>("body *")].filter(isSeen).flatMap((element) => {
      const fault = faultOf(element);
      const name = `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.slice(0, 30)}”`;
      return fault === undefined ? [] : [`${fault}: ${name}`];
    });
    return screen.scrollWidth > screen.clientWidth ? ["scrolls sideways", ...found] : found;
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
