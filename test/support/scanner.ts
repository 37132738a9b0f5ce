import type { Locator, Page } from "@playwright/test";
import type { PaintedCode } from "@/test/support/band-scene";
import { gsrn } from "@/test/support/band-text";

export function scanButton(page: Page): Locator {
  return page.getByRole("button", { name: "Scan a band" });
}

export function scanner(page: Page): Locator {
  return page.getByRole("dialog");
}

/** What the scanner says at the moment, as it is read out. */
export function scannerSays(page: Page): Locator {
  return scanner(page).getByRole("status");
}

/** What the band says after a scan, or the record from which Lantern was opened. */
export function bandPanel(page: Page): Locator {
  return page.getByRole("region", { name: /^The (band says|code carries|record says|record carries)/ });
}

/** The code on the wristband of Isla Wren, who is pretend, with the number of somebody in the demo. */
export function bandOf(nhsNumber: string, change: Partial<PaintedCode> = {}): PaintedCode {
  return {
    symbology: "gs1datamatrix",
    text: `(8018)${gsrn(nhsNumber)}(91)RX1,H104423,5050898000012,(93)WREN,Isla,09-Mar-2021,`,
    ...change,
  };
}

/** A bar code of other text. */
export function barsOf(text: string, change: Partial<PaintedCode> = {}): PaintedCode {
  return { symbology: "code128", text, size: 0.9, ...change };
}
