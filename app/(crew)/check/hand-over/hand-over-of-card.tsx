import type { ReactElement } from "react";
import { HandOverPanel } from "./hand-over-panel";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface HandOverOfCardProps {
  readonly card: ResultCard;
  /** Without a tap: for those whose main work it is. */
  readonly startsOpen: boolean;
}

/** Nothing for what belongs to no call, and for a silent check: those are nobody else's. */
export function HandOverOfCard({ card, startsOpen }: HandOverOfCardProps): ReactElement | null {
  if (card.mode !== "unscheduled" || card.incident === null) return null;
  return <HandOverPanel lookupId={card.lookupId} startsOpen={startsOpen} />;
}
