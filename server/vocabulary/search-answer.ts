import { z } from "zod";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { termKinds } from "@/server/vocabulary/search-terms";

/** The one person whom a search has found, with what helps to see whether it is the right one. */
export const FoundPerson = z.object({
  nhsNumber: z.string(),
  familyName: z.string(),
  givenNames: z.array(z.string()),
  /** YYYY-MM-DD; null where demographics holds none, or not a whole date. */
  birthDate: z.string().nullable(),
  gender: z.enum(["female", "male", "other", "unknown"]),
  /** Null where there is none, and of everybody whose address is protected. */
  postcode: z.string().nullable(),
});
export type FoundPerson = Readonly<z.infer<typeof FoundPerson>>;

/** What a search comes to. Never a list: one person, or none, or more than may be shown. */
export const SearchAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("found"),
    person: FoundPerson,
    /** False where no one fits all that was typed, and this person fits most of it. */
    isAsTyped: z.boolean(),
  }),
  z.object({ kind: z.literal("none") }),
  /** What would tell them apart. */
  z.object({ kind: z.literal("too-many"), add: z.array(z.enum(termKinds)) }),
  /** One person, whose record may not be shown to anybody. */
  z.object({ kind: z.literal("withheld") }),
  /** Demographics did not answer: nobody knows whether there is such a person. */
  z.object({ kind: z.literal("could-not-search") }),
]);
export type SearchAnswer = Readonly<z.infer<typeof SearchAnswer>>;

/** What demographics says to a search. */
export type DemographicsSearchAnswer =
  | {
      readonly kind: "found";
      readonly person: FoundPerson & { readonly nhsNumber: NhsNumber };
      readonly isAsTyped: boolean;
    }
  | { readonly kind: "none" }
  | { readonly kind: "too-many" }
  | { readonly kind: "withheld" }
  /** Nothing was learnt. The reason has no personal data in it. */
  | { readonly kind: "unavailable"; readonly reason: string };
