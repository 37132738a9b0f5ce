import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { DemographicsSearchAnswer } from "@/server/vocabulary/search-answer";
import { kindsOfTerms, termKindWords, type SearchTerms } from "@/server/vocabulary/search-terms";

/**
 * Puts a search on record before its answer is shown: by which kinds of terms, never by what, and how many fit. Whoever
 * was found is on record by number, since somebody is about to read of them.
 */
export async function recordSearch(
  work: Work,
  terms: SearchTerms,
  answer: DemographicsSearchAnswer,
): Promise<void> {
  const by = kindsOfTerms(terms).map((kind) => termKindWords[kind]);
  await recordAudit(work, {
    action: "person:search",
    outcome: answer.kind === "unavailable" ? "failed" : "done",
    detail: `by ${by.join(", ")}: ${results[answer.kind]}`,
    ...(answer.kind === "found" && { nhsNumber: answer.person.nhsNumber }),
  });
}

const results = {
  found: "1",
  withheld: "1, withheld",
  none: "0",
  "too-many": "more than 1",
  unavailable: "demographics did not answer",
} as const satisfies Record<DemographicsSearchAnswer["kind"], string>;
