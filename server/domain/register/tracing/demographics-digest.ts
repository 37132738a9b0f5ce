import { createHash } from "node:crypto";
import { foldName } from "@/server/domain/register/tracing/fold-name";
import type { LondonDate } from "@/server/vocabulary/london-time";

/** Who a row says that the person is. */
export interface NamedPerson {
  readonly familyName: string;
  readonly givenNames: string;
  readonly dateOfBirth: LondonDate;
}

/** The same as long as demographics would have to say the same: it is asked again when this changes. */
export function demographicsDigest({ familyName, givenNames, dateOfBirth }: NamedPerson): string {
  const asked = [foldName(familyName), foldName(givenNames), dateOfBirth].join("|");
  return createHash("sha256").update(asked).digest("hex");
}
