/** Where the bytes of a file are: each call begins anew, so that a file is read twice and never held whole. */
export type FeedSource = () => AsyncIterable<Uint8Array>;

/** A file that is in memory already, such as one plan or a test's. */
export function sourceOf(bytes: Uint8Array): FeedSource {
  return async function* pieces() {
    for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
    await Promise.resolve();
  };
}

/** One piece of a file: small enough that reading it never keeps others waiting. */
export const pieceBytes = 262_144;
