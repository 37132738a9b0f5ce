/** Stands for nothing: no outcome, not taken. No number that is counted is below nought. */
export const none = -1;

const noneSign = "~".charCodeAt(0);
const longSign = "}".charCodeAt(0);
const nought = "!".charCodeAt(0);
const base = 90;
const shortDigits = 2;
const longDigits = 5;

/** A column of some days as `lantern_packed` packed it, and how many numbers it has. */
export interface PackedStretch {
  readonly text: string;
  readonly count: number;
}

/** A number for each thing of a period, a stretch of days after the other. */
export type PackedColumn = readonly PackedStretch[];

/** The numbers of a column, `none` for none. Throws when a stretch has not as many as it should have. Pure. */
export function unpack(column: PackedColumn): Int32Array {
  const numbers = new Int32Array(column.reduce((sum, { count }) => sum + count, 0));
  let from = 0;
  for (const { text, count } of column) {
    unpackInto(numbers.subarray(from, from + count), text);
    from += count;
  }
  return numbers;
}

/**
 * The same stretch by stretch, each in the place of the one before: for whoever only adds them up, in a third of the time, since no memory
 * of the size of a year is asked for.
 */
export function* eachStretch(column: PackedColumn): Generator<Int32Array> {
  const numbers = new Int32Array(Math.max(0, ...column.map(({ count }) => count)));
  for (const { text, count } of column) {
    const stretch = numbers.subarray(0, count);
    unpackInto(stretch, text);
    yield stretch;
  }
}

/** The signs of what is being unpacked: as long as the longest so far, since to ask for memory takes as long as to unpack. */
let signs = Buffer.alloc(0);

function unpackInto(numbers: Int32Array, packed: string): void {
  if (signs.length < packed.length) signs = Buffer.alloc(packed.length);
  const length = signs.write(packed, "latin1");
  let at = 0;
  for (let place = 0; place < numbers.length; place += 1) {
    const sign = signs[at] ?? noneSign;
    if (sign < longSign) {
      numbers[place] = (sign - nought) * base + (signs[at + 1] ?? nought) - nought;
      at += shortDigits;
    } else if (sign === noneSign) {
      numbers[place] = none;
      at += 1;
    } else {
      numbers[place] = longNumber(at + 1);
      at += 1 + longDigits;
    }
  }
  if (at !== length) throw new Error("A packed column has not as many numbers as it should have.");
}

function longNumber(from: number): number {
  let number = 0;
  for (let at = from; at < from + longDigits; at += 1)
    number = number * base + (signs[at] ?? nought) - nought;
  return number;
}
