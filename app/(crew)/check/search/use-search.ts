"use client";

import { useRef, useState } from "react";
import { askSearch, type SearchOutcome } from "./ask-search";
import { goTo, placeOfSearch, usePlaceOfSearch, type PlaceOfSearch } from "./use-place-of-search";
import { useClearing } from "@/app/(crew)/check/use-clearing";
import { useWhenLocked } from "@/app/_lock/use-when-locked";
import { addDays, londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import type { ReadSearch, SearchProblem, TypedSearch } from "@/server/vocabulary/search-terms";

export type Found = Extract<SearchOutcome, { kind: "found" }> & { readonly foundOn: LondonDate };
export type NotFound = Exclude<SearchOutcome, { kind: "found" }>;

interface SearchState {
  readonly typed: TypedSearch;
  readonly problems: readonly SearchProblem[];
  readonly isSearching: boolean;
  readonly notFound?: NotFound;
  readonly found?: Found;
  /** What was typed is gone, since its time was over or the phone was locked. */
  readonly isCleared: boolean;
  /** Counts how often it was emptied: each time the form is a new one. */
  readonly emptied: number;
}

/** Reads the terms, or says what is wrong with them. It comes with the form, which the number pad does without. */
type Read = (typed: TypedSearch, today: LondonDate) => ReadSearch;

export interface Search extends SearchState {
  readonly place: PlaceOfSearch;
  readonly open: () => void;
  /** To the number pad. What was typed stays. */
  readonly close: () => void;
  readonly keep: (typed: TypedSearch) => void;
  readonly search: (typed: TypedSearch, read: Read) => void;
  /** The person who was found is not the child. What was typed stays. */
  readonly reject: () => void;
  /** Nothing of it stays. */
  readonly clear: () => void;
}

const lifeMilliseconds = 30 * 60_000;
const nothing: SearchState = {
  typed: {
    familyName: "",
    givenName: "",
    day: "",
    month: "",
    year: "",
    age: "",
    gender: "",
    postcode: "",
  },
  problems: [],
  isSearching: false,
  isCleared: false,
  emptied: 0,
};

/**
 * The search by name, in the memory of this page and nowhere else: what was typed stays through errors, answers and going
 * back, and goes when the phone is locked, after half an hour and with the next child. One search at a time; an answer
 * that comes after it was given up is not shown.
 */
export function useSearch(): Search {
  const [state, setState] = useState(nothing);
  const current = useRef<object | undefined>(undefined);
  const place = usePlaceOfSearch();
  const isEmpty = state.found === undefined && Object.values(state.typed).every((text) => text === "");

  function empty(isCleared: boolean): void {
    current.current = undefined;
    setState(({ emptied }) => ({ ...nothing, isCleared, emptied: emptied + 1 }));
  }
  function clearUnasked(): void {
    if (!isEmpty) empty(true);
  }
  useClearing(isEmpty ? undefined : lifeMilliseconds, clearUnasked);
  useWhenLocked(clearUnasked);

  async function search(typed: TypedSearch, readSearch: Read): Promise<void> {
    if (current.current !== undefined) return;
    const today = londonDate(new Date());
    // The phone's clock may be a day behind, on which the service decides.
    const read = readSearch(typed, addDays(today, 1));
    if (!read.ok) {
      setState(({ emptied }) => ({ ...nothing, emptied, typed, problems: read.problems }));
      return;
    }
    const mine = (current.current = {});
    setState(({ emptied }) => ({ ...nothing, emptied, typed, isSearching: true }));
    const outcome = await askSearch(typed);
    if (current.current !== mine) return;
    current.current = undefined;
    // Whoever went back to the number pad meanwhile is not fetched from there.
    const isWaiting = placeOfSearch() === "search";
    setState((now) => ({ ...now, isSearching: false, ...(isWaiting && asState(outcome, today)) }));
    if (isWaiting && outcome.kind === "found") goTo("found");
  }

  return {
    ...state,
    place: place === "found" && state.found === undefined ? "search" : place,
    open: () => goTo("search"),
    close: () => goTo("number"),
    keep: (typed) => setState((now) => ({ ...now, typed, isCleared: false })),
    search: (typed, read) => void search(typed, read),
    reject: () => {
      setState(({ found: _rejected, ...now }) => now);
      window.history.back();
    },
    clear: () => empty(false),
  };
}

function asState(outcome: SearchOutcome, foundOn: LondonDate): Pick<SearchState, "found" | "notFound"> {
  return outcome.kind === "found" ? { found: { ...outcome, foundOn } } : { notFound: outcome };
}
