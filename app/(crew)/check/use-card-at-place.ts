"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { lifeLeft } from "./card-time";
import type { ResultCard } from "@/server/vocabulary/result-card";

/**
 * The card with which a page was made, if it is the one that the page's address names now and its time is not over. A
 * page that was left and is come back to may stand at another child's address by then, and at any later time.
 */
export function useCardAtPlace(card: ResultCard | undefined): ResultCard | undefined {
  const path = usePathname();
  const [atFirst] = useState(() => {
    if (card === undefined || path !== `/check/${card.lookupId}`) return undefined;
    const clearsInMs = lifeLeft(card);
    return clearsInMs > 0 ? { ...card, clearsInMs } : undefined;
  });
  return atFirst;
}
