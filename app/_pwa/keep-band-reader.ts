/** Digest of the reader's files, put in by the build: another reader is another cache. */
declare const BAND_READER_DIGEST: string;

const prefix = "lantern-band-reader-";
const files = { "/scan/band-reader.js": "javascript", "/scan/band-reader.wasm": "application/wasm" } as const;

/** The reader of codes: two built files, the same for everybody. */
export function isBandReader({ url, method }: Request, origin: string): boolean {
  const address = new URL(url);
  return method === "GET" && address.origin === origin && address.pathname in files;
}

/**
 * The reader from the phone, so that scanning needs no signal after its first use. Both files are put away together, or
 * neither: one of them from an older build would not fit the other. It is too large to be fetched before it is wanted.
 */
export async function keptBandReader(request: Request): Promise<Response> {
  const cache = await caches.open(prefix + BAND_READER_DIGEST);
  const kept = await cache.match(request.url);
  if (kept !== undefined) return kept;
  try {
    await keepAll(cache);
  } catch {
    // No room, or no signal: then as if nobody kept anything.
    return fetch(request);
  }
  return (await cache.match(request.url)) ?? fetch(request);
}

async function keepAll(cache: Cache): Promise<void> {
  const answers = await Promise.all(Object.entries(files).map(([file, type]) => fetchOwn(file, type)));
  await Promise.all(answers.map(({ file, answer }) => cache.put(file, answer)));
}

/** What is kept is kept for long, so a stranger's page in place of the file must not be. */
async function fetchOwn(file: string, type: string): Promise<{ file: string; answer: Response }> {
  const answer = await fetch(file, { credentials: "omit" });
  const isOurs =
    answer.ok && !answer.redirected && answer.headers.get("content-type")?.includes(type) === true;
  if (!isOurs) throw new Error(`${file} is not what it should be`);
  return { file, answer };
}

/** Readers of former builds. */
export async function dropOldBandReaders(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== prefix + BAND_READER_DIGEST);
  await Promise.all(old.map((name) => caches.delete(name)));
}
