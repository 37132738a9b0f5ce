import { gs1CheckDigit } from "@/server/vocabulary/gs1-band";

export interface BandText {
  readonly nhsNumber: string;
  readonly hospital?: string;
  readonly hospitalNumber?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  /** As it is printed. */
  readonly born?: string;
  readonly time?: string;
}

export const groupSeparator = "\u001D";

/** The text of a GS1 band as DCB1077 has it, separators included. */
export function bandText(band: BandText): string {
  const { nhsNumber, hospital = "RX1", hospitalNumber = "H104423" } = band;
  const { familyName = "WREN", givenName = "Isla", born = "09-Mar-2021", time = "" } = band;
  return [
    `8018${gsrn(nhsNumber)}91${hospital},${hospitalNumber},5050898000012,`,
    `93${familyName},${givenName},${born},${time}`,
  ].join(groupSeparator);
}

/** The eighteen digits of the service relation: the NHS's prefix, the number, the check digit. */
export function gsrn(nhsNumber: string): string {
  return `5050898${nhsNumber}${String(gs1CheckDigit(`5050898${nhsNumber}`))}`;
}
