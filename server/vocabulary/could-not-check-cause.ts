export const couldNotCheckCauses = ["database", "answered", "other"] as const;

/** Why a lookup could not be checked, as far as the record tells. */
export type CouldNotCheckCause = (typeof couldNotCheckCauses)[number];

export const causeNames = {
  database: "Database busy, slow or away",
  answered: "Answered so",
  other: "Another error",
} as const satisfies Record<CouldNotCheckCause, string>;

/** The cause of what is on record: the name of an error with its code, or `answered` where there was an answer. Pure. */
export function couldNotCheckCause(onRecord: string): CouldNotCheckCause {
  if (onRecord === "answered") return "answered";
  return ofDatabase.test(onRecord) ? "database" : "other";
}

/** Names of Prisma and its adapter, their codes, codes of PostgreSQL (08, 53, 57: connections, resources, shut down). */
const ofDatabase =
  /prisma|driveradapter|database|\bP[12]\d{3}\b|\b(?:08|53|57)[0-9A-Z]{3}\b|ECONN|ETIMEDOUT/i;
