/** Stands for nothing: no outcome, not taken. No number that is counted is below nought. */
export const none = -1;

const noneSign = "~".charCodeAt(0);
const longSign = "}".charCodeAt(0);
const nought = "!".charCodeAt(0);
const base = 90;
const shortDigits = 2;
const longDigits = 5;

/**
 * The numbers of a column that `lantern_packed` packed: so many, `none` for none. Throws when the column is shorter or longer
 * than that. Pure.
 */
export function unpack(packed: string, count: number): Int32Array {
  const signs = Buffer.from(packed, "latin1");
  const numbers = new Int32Array(count);
  let at = 0;
  for (let place = 0; place < count; place += 1) {
    const sign = signs[at] ?? noneSign;
    if (sign < longSign) {
      numbers[place] = (sign - nought) * base + (signs[at + 1] ?? 0) - nought;
      at += shortDigits;
    } else if (sign === noneSign) {
      numbers[place] = none;
      at += 1;
    } else {
      numbers[place] = longNumber(signs.subarray(at + 1, at + 1 + longDigits));
      at += 1 + longDigits;
    }
  }
  if (at !== signs.length) throw new Error("A packed column has not as many numbers as it should have.");
  return numbers;
}

function longNumber(digits: Uint8Array): number {
  return digits.reduce((number, digit) => number * base + digit - nought, 0);
}
