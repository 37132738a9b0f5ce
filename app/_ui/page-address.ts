/** What was asked of a page in its address, as the page is given it. */
type Asked = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The address of a page with what was asked of it, for sign-in to come back to: who opens a link that somebody sent sees what
 * was meant, also when they have to sign in first. Values that stand there twice are left out. Pure.
 */
export function pageAddress(path: string, asked: Asked): string {
  const once = Object.entries(asked).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const search = new URLSearchParams(once).toString();
  return search === "" ? path : `${path}?${search}`;
}
