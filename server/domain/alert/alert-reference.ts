import { randomInt } from "node:crypto";

/** No vowels, so that no words arise, and none of 0 O 1 I L 2 Z 5 S 8 B U V, which are read for one another. */
const letters = "34679CDFGHJKMNPQRTWXY";
const length = 6;

/** A short code for one alert, to be said on the telephone: 86 million of them, told apart by the database. */
export function makeAlertReference(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}
