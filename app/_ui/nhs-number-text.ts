import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

/**
 * Groups what was typed or pasted 3-3-4 when it is digits under spaces, dashes and a label; leaves anything
 * else as it is, so that nobody's typing vanishes before it can be explained.
 */
export function tidyNhsNumber(text: string): string {
  const bare = text
    .normalize("NFKC")
    .replace(/^\s*NHS(\s*(No\.?|number))?\s*:?/i, "")
    .replace(/[\s\p{Pd}.]/gu, "");
  return /^\d*$/.test(bare) ? formatNhsNumber(bare) : text;
}

/** Takes back the grouping of text that turned out to be more than a number: a scanner typed it digit by digit. */
export function ungroup(text: string): string {
  return text.replace(/^(\d{3}) (\d{3}) (?=\d)/, "$1$2");
}

/** Whether the field can deal with the text by itself: up to ten digits, however grouped, right or wrong. */
export function isPlainNumber(text: string): boolean {
  const tidy = tidyNhsNumber(text);
  return /^[\d ]*$/.test(tidy) && countDigits(tidy) <= 10;
}

export function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** Where the caret belongs in a grouped number so that as many digits stand before it as did while typing. */
export function caretAfterDigits(text: string, digits: number): number {
  let seen = 0;
  for (const [index, character] of [...text].entries()) {
    if (seen === digits) return index;
    if (/\d/.test(character)) seen += 1;
  }
  return text.length;
}
