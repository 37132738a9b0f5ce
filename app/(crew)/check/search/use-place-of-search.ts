"use client";

import { useSyncExternalStore } from "react";

export type PlaceOfSearch = "number" | "search" | "found";

const moved = "lantern-moved";
const hashes = { number: "", search: "#search", found: "#found" } as const;

/** Where on the page that checks somebody is. It is in the address, so that going back goes back, and says nothing else. */
export function usePlaceOfSearch(): PlaceOfSearch {
  const hash = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => "",
  );
  if (hash === hashes.search) return "search";
  return hash === hashes.found ? "found" : "number";
}

/** Goes there; going back comes back. */
export function goTo(place: PlaceOfSearch): void {
  window.history.pushState(null, "", `/check${hashes[place]}`);
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
