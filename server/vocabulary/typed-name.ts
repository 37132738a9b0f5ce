export type ReadName =
  | { readonly ok: true; /** Undefined where nothing was typed. */ readonly name: string | undefined }
  | { readonly ok: false; readonly problem: NameProblem };

export type NameProblem = "signs" | "star" | "too-short" | "too-long";

const longestName = 35;
/** Typed or pasted beside right-to-left names, and never part of one. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const letters = /^[\p{L}\p{M}][\p{L}\p{M}' .-]*$/u;

/**
 * Reads a name as a person types or pastes it: of any script, with accents, apostrophes, hyphens and spaces. A star at
 * its end stands for the rest of it and needs so many letters before it. Never throws.
 */
export function readTypedName(text: string, lettersBeforeStar: number): ReadName {
  const tidy = text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\p{Pd}/gu, "-")
    .replace(/＊/g, "*")
    .replace(/\s+/g, " ")
    .replace(/\s*\*$/, "*")
    .trim();
  if (tidy === "") return { ok: true, name: undefined };

  const isPart = tidy.endsWith("*");
  const stem = isPart ? tidy.slice(0, -1) : tidy;
  if (stem.includes("*")) return { ok: false, problem: "star" };
  if (isPart && countLetters(stem) < lettersBeforeStar) return { ok: false, problem: "too-short" };
  if (!letters.test(stem)) return { ok: false, problem: "signs" };
  if (stem.length > longestName) return { ok: false, problem: "too-long" };
  return { ok: true, name: tidy };
}

/** Whether a star stands for the rest of this name. */
export function isPartOfName(name: string): boolean {
  return name.endsWith("*");
}

/** An accent that is written as a sign of its own is no letter more. */
export function countLetters(text: string): number {
  return [...text.matchAll(/\p{L}/gu)].length;
}
