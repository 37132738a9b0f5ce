"use client";

import { useState, type ReactElement } from "react";
import { HandOverPart } from "@/app/(crew)/check/later-parts";
import { Button } from "@/app/_ui/button";
import type { LookupId } from "@/server/vocabulary/ids";

interface HandOverPanelProps {
  readonly lookupId: LookupId;
  /** Without a tap: for those whose main work it is. */
  readonly startsOpen: boolean;
}

/** Hands this card to a crew, and says what became of it. */
export function HandOverPanel({ lookupId, startsOpen }: HandOverPanelProps): ReactElement {
  const [isOpen, setIsOpen] = useState(startsOpen);
  if (isOpen) return <HandOverPart lookupId={lookupId} />;
  return (
    <Button
      type="button"
      variant="secondary"
      big
      onClick={() => {
        setIsOpen(true);
      }}
    >
      Hand this card to another crew
    </Button>
  );
}
