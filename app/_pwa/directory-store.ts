/** One authority's duty numbers, as `/api/directory` gives them. */
export interface DirectoryAuthority {
  readonly gssCode: string;
  readonly name: string;
  readonly region: string;
  readonly officeNumber: string;
  readonly officeHours: string;
  readonly emergencyNumber: string;
  readonly emergencyHours?: string;
}

export interface PublicDirectory {
  /** When the service put it together, ISO 8601. */
  readonly asAt: string;
  readonly authorities: readonly DirectoryAuthority[];
}

const ADDRESS = "/api/directory";
const CACHE = "lantern-directory";

/** The directory that this phone keeps, or undefined. Public numbers only: the one answer that is ever kept. */
export async function keptDirectory(): Promise<PublicDirectory | undefined> {
  if (!("caches" in window)) return undefined;
  const kept = await (await caches.open(CACHE)).match(ADDRESS);
  return kept === undefined ? undefined : parseDirectory(await kept.json());
}

/** Fetches the directory and keeps it. Undefined when there is no connection or no usable answer. */
export async function freshDirectory(): Promise<PublicDirectory | undefined> {
  try {
    const answer = await fetch(ADDRESS, { credentials: "omit", cache: "no-cache" });
    if (!answer.ok) return undefined;
    const copy = answer.clone();
    const directory = parseDirectory(await answer.json());
    // An answer that cannot be read, or is empty, must not push out numbers that work.
    if (directory !== undefined && "caches" in window) await (await caches.open(CACHE)).put(ADDRESS, copy);
    return directory;
  } catch {
    return undefined;
  }
}

function parseDirectory(value: unknown): PublicDirectory | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("asAt" in value) || typeof value.asAt !== "string") return undefined;
  if (!("authorities" in value) || !Array.isArray(value.authorities)) return undefined;
  const authorities = value.authorities.filter(isAuthority);
  return authorities.length === 0 ? undefined : { asAt: value.asAt, authorities };
}

const TEXTS = ["gssCode", "name", "region", "officeNumber", "officeHours", "emergencyNumber"];

function isAuthority(value: unknown): value is DirectoryAuthority {
  if (typeof value !== "object" || value === null) return false;
  return TEXTS.every((key) => typeof Reflect.get(value, key) === "string");
}
