/** Stands for nothing: no outcome, not taken. No number that is counted is below nought. */
export const none = -1;

const noneSign = "~".charCodeAt(0);
const longSign = "}".charCodeAt(0);
const nought = "!".charCodeAt(0);
const base = 90;
const shortDigits = 2;
const longDigits = 5;

/** A column of some days as `lantern_packed` packed it, and how many numbers it has. */
export interface PackedColumn {
  readonly text: string;
  readonly count: number;
}

/** The numbers of these one after the other, `none` for none. Throws when one has not as many as it should have. Pure. */
export function unpack(stretches: readonly PackedColumn[]): Int32Array {
  const numbers = new Int32Array(stretches.reduce((sum, { count }) => sum + count, 0));
  let from = 0;
  for (const { text, count } of stretches) {
    unpackInto(numbers.subarray(from, from + count), text);
    from += count;
  }
  return numbers;
}

function unpackInto(numbers: Int32Array, packed: string): void {
  const signs = Buffer.from(packed, "latin1");
  let at = 0;
  for (let place = 0; place < numbers.length; place += 1) {
    const sign = signs[at] ?? noneSign;
    if (sign < longSign) {
      numbers[place] = (sign - nought) * base + (signs[at + 1] ?? 0) - nought;
      at += shortDigits;
    } else if (sign === noneSign) {
      numbers[place] = none;
      at += 1;
    } else {
      numbers[place] = longNumber(signs, at + 1);
      at += 1 + longDigits;
    }
  }
  if (at !== signs.length) throw new Error("A packed column has not as many numbers as it should have.");
}

function longNumber(signs: Uint8Array, from: number): number {
  let number = 0;
  for (let at = from; at < from + longDigits; at += 1)
    number = number * base + (signs[at] ?? nought) - nought;
  return number;
}
