import type { DirectoryAuthority } from "@/app/_pwa/directory-store";

/** The authorities whose name or region has a word beginning with each word typed: "st hel" finds St. Helens. */
export function authoritiesNamed(
  wanted: string,
  authorities: readonly DirectoryAuthority[],
): readonly DirectoryAuthority[] {
  const words = wordsOf(wanted);
  return authorities.filter(({ name, region }) => {
    const known = wordsOf(`${name} ${region}`);
    return words.every((word) => known.some((candidate) => candidate.startsWith(word)));
  });
}

/** Small words and signs are typed differently by everyone. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’.]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && word !== "and" && word !== "of" && word !== "the");
}
