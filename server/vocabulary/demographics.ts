import type { LondonDate } from "@/server/vocabulary/london-time";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

/** A person as demographics knows them: all names in use or once in use, so that a maiden name agrees too. */
export interface DemographicsPerson {
  /** Another than was asked for where that one was superseded. */
  readonly nhsNumber: NhsNumber;
  readonly names: readonly { readonly familyName: string; readonly givenNames: readonly string[] }[];
  /** Empty where demographics holds none, or not a whole date. */
  readonly dateOfBirth: LondonDate | undefined;
}

/** What demographics says when it is asked for one NHS number. */
export type DemographicsAnswer =
  | { readonly kind: "found"; readonly person: DemographicsPerson }
  | { readonly kind: "not-found" }
  /** A sensitive record: it may not be shared, and nothing of it is passed on. */
  | { readonly kind: "restricted" }
  /** Nothing was learnt. The reason has no personal data in it. */
  | { readonly kind: "unavailable"; readonly reason: string };
