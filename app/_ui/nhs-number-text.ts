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
