/** First bytes of what ends a statement in PostgreSQL's protocol: a simple query, and the Sync after an extended one. */
const ends = new Set(["Q", "S"]);
/** Type and length; the very first message has a length only. */
const headLength = 5;

/** Counts, piece by piece of what a client sends to PostgreSQL, how many statements have come to their end in it. */
export function countStatements(): (bytes: Buffer) => number {
  let rest: Buffer = Buffer.alloc(0);
  let hasStarted = false;

  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    let found = 0;
    for (;;) {
      const before = hasStarted ? 1 : 0;
      if (rest.length < before + 4) return found;
      const length = before + rest.readUInt32BE(before);
      if (rest.length < length) return found;
      if (hasStarted && length >= headLength && ends.has(rest.toString("latin1", 0, 1))) found += 1;
      rest = rest.subarray(length);
      hasStarted = true;
    }
  };
}
