"use client";

import { useSyncExternalStore } from "react";

export type PlaceOfSearch = "number" | "search" | "found";

const moved = "lantern-moved";
const queries = { number: "", search: "?search", found: "?found" } as const;

/** Of the form, for whoever comes to it without a script. */
export const searchAddress = `/check${queries.search}`;

/** Where on the page that checks somebody is. It is in the address, so that going back goes back, and says nothing else. */
export function usePlaceOfSearch(): PlaceOfSearch {
  return useSyncExternalStore(subscribe, placeOfSearch, () => "number");
}

export function placeOfSearch(): PlaceOfSearch {
  const { search } = window.location;
  if (search === queries.search) return "search";
  return search === queries.found ? "found" : "number";
}

/** Goes there; going back comes back. */
export function goTo(place: PlaceOfSearch): void {
  window.history.pushState(null, "", `/check${queries[place]}`);
  window.dispatchEvent(new Event(moved));
}

function subscribe(listen: () => void): () => void {
  window.addEventListener(moved, listen);
  window.addEventListener("popstate", listen);
  return () => {
    window.removeEventListener(moved, listen);
    window.removeEventListener("popstate", listen);
  };
}
