/** Any address will do as a base: it only has to come back unchanged. */
const base = "https://lantern.invalid";

/**
 * Where to go after sign-in, if that is a page of ours: `/duty/alerts/…`. Undefined for other sites (also as `//host`,
 * `/\host` or with control characters, which browsers read as another site) and for the sign-in itself, which would
 * go round in circles.
 */
export function parseNextPath(text: string | null | undefined): string | undefined {
  if (typeof text !== "string" || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, base)) return undefined;

  const { origin, pathname, search } = new URL(text, base);
  const isOurs = origin === base && !/^\/(\/|api\/|sign-in(\/|$))/.test(pathname);
  return isOurs ? `${pathname}${search}` : undefined;
}
