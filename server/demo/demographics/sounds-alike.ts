const codes: Readonly<Record<string, string>> = {
  ...codesOf("bfpv", "1"),
  ...codesOf("cgjkqsxz", "2"),
  ...codesOf("dt", "3"),
  ...codesOf("l", "4"),
  ...codesOf("mn", "5"),
  ...codesOf("r", "6"),
};

function codesOf(letters: string, code: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, code]));
}

/** Letters alone, in small and without accents: what is compared. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();
}

/** How a name sounds in English (Soundex): its first letter and three digits. */
export function soundOf(name: string): string {
  const [first = "", ...rest] = plainLetters(name);
  let before = codes[first];
  let digits = "";
  for (const letter of rest) {
    const code = codes[letter];
    if (code !== undefined && code !== before) digits += code;
    // H and W do not part two letters of one sound; vowels do.
    if (letter !== "h" && letter !== "w") before = code;
  }
  return first + digits.padEnd(3, "0").slice(0, 3);
}
