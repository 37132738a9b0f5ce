/** Stands for nothing: no channel, not taken. No number that is counted is below nought. */
export const none = -1;

const longFollows = -2;

/**
 * The numbers of a column that `lantern_packed` packed and PostgreSQL gave as base64: so many, -1 for none. Throws when they
 * are not as many as that.
 */
export function unpack(text: string, count: number): Int32Array {
  const bytes = Buffer.from(text, "base64");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Int32Array(count);
  let at = 0;
  for (let place = 0; place < count; place += 1) {
    const short = view.getInt16(at);
    const isLong = short === longFollows;
    numbers[place] = isLong ? view.getInt32(at + 2) : short;
    at += isLong ? 6 : 2;
  }
  if (at !== bytes.length)
    throw new Error("There are more numbers in a packed column than things that it is about.");
  return numbers;
}
