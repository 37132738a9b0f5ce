/**
 * The text as it can be printed. Marks are joined to their letters; controls that are invisible, or that would turn the
 * order of letters around, are taken out; line breaks stay. A character without a glyph is written as its number, such
 * as `[U+1F622]`: on paper nothing vanishes and nothing becomes an empty box.
 */
export function printable(text: string, isKnown: (codePoint: number) => boolean): string {
  const plain = text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cf}\ufe00-\ufe0f]/gu, "");
  return [...plain].map((character) => known(character, isKnown)).join("");
}

function known(character: string, isKnown: (codePoint: number) => boolean): string {
  const codePoint = character.codePointAt(0) ?? 0;
  if (character === "\n" || isKnown(codePoint)) return character;
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;
}
