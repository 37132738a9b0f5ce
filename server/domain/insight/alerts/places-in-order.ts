import { none } from "@/server/domain/insight/alerts/unpack";

const digitBits = 11;
const digitMask = 2 ** digitBits - 1;

/**
 * The places of all numbers but `none`, those of small numbers first: digit by digit, from the lowest, which takes a tenth of
 * the time of comparing half a million of them with one another. Numbers are nought or above. Pure.
 */
export function placesInOrder(numbers: Int32Array): Int32Array {
  let places = placesOf(numbers);
  const greatest = numbers.reduce((one, other) => (other > one ? other : one), 0);
  for (let shift = 0; shift < 31 && greatest >> shift > 0; shift += digitBits) {
    places = inOrderOfDigit(numbers, places, shift);
  }
  return places;
}

function placesOf(numbers: Int32Array): Int32Array {
  const places = new Int32Array(numbers.length);
  let found = 0;
  for (let place = 0; place < numbers.length; place += 1) {
    if (numbers[place] !== none) places[found++] = place;
  }
  return places.subarray(0, found);
}

/** Those with the same digit keep their order. */
function inOrderOfDigit(numbers: Int32Array, places: Int32Array, shift: number): Int32Array {
  const digitOf = (index: number) => ((numbers[places[index] ?? 0] ?? 0) >> shift) & digitMask;
  const starts = new Int32Array(digitMask + 2);
  for (let index = 0; index < places.length; index += 1) {
    const next = digitOf(index) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let digit = 1; digit < starts.length; digit += 1) {
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  }
  const sorted = new Int32Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    const digit = digitOf(index);
    const start = starts[digit] ?? 0;
    sorted[start] = places[index] ?? 0;
    starts[digit] = start + 1;
  }
  return sorted;
}
