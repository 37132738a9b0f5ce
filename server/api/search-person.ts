import type { Context } from "@/server/api/context";
import type { PermittedContext } from "@/server/api/procedures";
import { beginSearch } from "@/server/domain/lookup/begin-search";
import { recordSearch } from "@/server/domain/lookup/record-search";
import { londonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";
import type { DemographicsSearchAnswer, SearchAnswer } from "@/server/vocabulary/search-answer";
import { readSearch, whatToAdd, type SearchTerms, type TypedSearch } from "@/server/vocabulary/search-terms";

/**
 * Finds one person by name. Demographics is asked between two short transactions and never inside one: the first counts
 * the search, the second puts what came of it on record, without which nothing is answered.
 */
export async function searchPerson(
  { service, now, work }: Context & PermittedContext,
  typed: TypedSearch,
): Promise<SearchAnswer> {
  const read = readSearch(typed, londonDate(now));
  if (!read.ok) throw new Refusal("invalid", read.problems.map(({ message }) => message).join(" "));
  const { terms } = read;

  const settings = service.configuration;
  await work((beginning) => beginSearch(beginning, settings));
  const answer = await service.demographics.search(terms, settings.SEARCH_TIMEOUT_MILLISECONDS);
  await work((ending) => recordSearch(ending, terms, answer));
  if (answer.kind === "unavailable")
    service.log.warn({ reason: answer.reason }, "demographics did not answer");
  return forPhone(answer, terms);
}

function forPhone(answer: DemographicsSearchAnswer, terms: SearchTerms): SearchAnswer {
  if (answer.kind === "too-many") return { kind: "too-many", add: whatToAdd(terms) };
  return answer.kind === "unavailable" ? { kind: "could-not-search" } : answer;
}
