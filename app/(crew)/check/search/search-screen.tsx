"use client";

import type { ReactElement } from "react";
import { FoundPanel } from "./found-panel";
import { SearchForm } from "./search-form";
import type { Search } from "./use-search";
import type { Call } from "@/app/(crew)/check/call/use-call";
import type { Question } from "@/app/(crew)/check/use-question";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface SearchScreenProps {
  readonly mode: ResultCard["mode"];
  readonly careSettingName: string;
  readonly search: Search;
  readonly question: Question;
  readonly call: Call;
}

/** A child without a number: what is known of them, and then the one person who fits, to be confirmed. */
export function SearchScreen({
  mode,
  careSettingName,
  search,
  question,
  call,
}: SearchScreenProps): ReactElement {
  const { found, place } = search;
  const isFound = place === "found" && found !== undefined;
  return (
    <>
      <p role="status" className="nhsuk-u-visually-hidden">
        {isFound ? "One person was found." : search.isSearching ? "Searching." : ""}
      </p>
      {isFound ? (
        <FoundPanel
          // Everything of a person comes from one answer.
          key={found.person.nhsNumber}
          mode={mode}
          found={found}
          question={question}
          onWrongChild={search.reject}
        />
      ) : (
        <SearchForm key={search.emptied} careSettingName={careSettingName} search={search} call={call} />
      )}
    </>
  );
}
