import type { BandSays } from "@/server/vocabulary/gs1-band";
import { formatLondonDate } from "@/server/vocabulary/london-time";

/** Who a band says it is of: WREN, Isla, born 9 March 2021 at 04:10. Empty where it says nothing. */
export function bandInWords({ familyName, givenName, dateOfBirth, timeOfBirth }: BandSays): string {
  const names = [familyName, givenName].filter((name) => name !== undefined).join(", ");
  const born = dateOfBirth === undefined ? "" : `born ${formatLondonDate(dateOfBirth)}`;
  const time = born === "" || timeOfBirth === undefined ? "" : ` at ${timeOfBirth}`;
  return [names, `${born}${time}`].filter((part) => part !== "").join(", ");
}
