"use client";

import { createContext, use } from "react";

const IsWatched = createContext(false);

/**
 * Around what hears of every change by itself: after something was done in it, the page is not read again. A card that is
 * read again begins anew, and with it whatever was being asked or written there.
 */
export const Watched = IsWatched.Provider;

/** Whether this part of the page hears of changes by itself. */
export function useIsWatched(): boolean {
  return use(IsWatched);
}
