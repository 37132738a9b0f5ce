"use client";

import type { ReactElement } from "react";
import { NotFoundBanner } from "./not-found-banner";
import { SearchFields } from "./search-fields";
import type { Search } from "./use-search";
import type { Call } from "@/app/(crew)/check/call/use-call";
import { SlowSignal } from "@/app/(crew)/check/slow-signal";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FocusedTitle } from "@/app/_ui/focused-title";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { readSearch, type TypedSearch } from "@/server/vocabulary/search-terms";

interface SearchFormProps {
  readonly careSettingName: string;
  readonly search: Search;
  readonly call: Call;
}

/** What is known of a child, to find their number. Every letter is kept as it is typed, until it is cleared. */
export function SearchForm({ careSettingName, search, call }: SearchFormProps): ReactElement {
  const { typed, problems, isSearching, notFound } = search;
  return (
    <>
      <FocusedTitle caption={careSettingName}>Find a child by name</FocusedTitle>
      {search.isCleared && (
        <NotificationBanner>What was typed here has been cleared from the phone.</NotificationBanner>
      )}
      {problems.length > 0 && (
        <ErrorSummary problems={problems.map(({ field, message }) => ({ fieldId: field, message }))} />
      )}
      {notFound !== undefined && <NotFoundBanner notFound={notFound} call={call} />}
      <form
        method="post"
        autoComplete="off"
        noValidate
        onInput={(event) => search.keep(typedIn(event.currentTarget))}
        onSubmit={(event) => {
          event.preventDefault();
          search.search(typedIn(event.currentTarget), readSearch);
        }}
      >
        <SearchFields typed={typed} problems={problems} isNarrowing={notFound?.kind === "too-many"} />
        <Button big disabled={isSearching} aria-disabled={isSearching}>
          {isSearching ? "Searching…" : "Search"}
        </Button>
        {isSearching && <SlowSignal />}
        <p>A search is on record, and tells nobody.</p>
      </form>
      <Button type="button" big variant="secondary" onClick={search.close}>
        Type a number instead
      </Button>
    </>
  );
}

function typedIn(element: HTMLFormElement): TypedSearch {
  const form = new FormData(element);
  const text = (name: keyof TypedSearch): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const gender = text("gender");
  return {
    familyName: text("familyName"),
    givenName: text("givenName"),
    day: text("day"),
    month: text("month"),
    year: text("year"),
    age: text("age"),
    gender: gender === "female" || gender === "male" ? gender : "",
    postcode: text("postcode"),
  };
}
