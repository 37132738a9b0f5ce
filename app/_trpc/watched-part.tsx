"use client";

import { createContext, use, type ReactElement, type ReactNode } from "react";

const IsWatched = createContext(false);

/**
 * A part of a page that hears of every change by itself: after something was done in it, the page is not read again. A card
 * that is read again begins anew, and with it whatever was being asked or written there.
 */
export function WatchedPart({ children }: { readonly children: ReactNode }): ReactElement {
  return <IsWatched value>{children}</IsWatched>;
}

/** Whether this part of the page hears of changes by itself. */
export function useIsWatched(): boolean {
  return use(IsWatched);
}
