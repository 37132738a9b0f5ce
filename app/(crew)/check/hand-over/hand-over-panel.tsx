"use client";

import { useRef, useState, type ReactElement } from "react";
import { CrewSearchForm } from "./crew-search-form";
import { HandedList } from "./handed-list";
import { useHandedCards } from "./use-handed-cards";
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
  if (isOpen) return <OpenPanel lookupId={lookupId} />;
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

function OpenPanel({ lookupId }: { readonly lookupId: LookupId }): ReactElement {
  const panel = useRef<HTMLElement>(null);
  const watched = useHandedCards(lookupId);
  const wasHanded = (watched.cards ?? []).length > 0;
  return (
    <section ref={panel} tabIndex={-1} aria-label="Hand this card to a crew" className="hand-over">
      <h2 className="nhsuk-heading-m">
        {wasHanded ? "This card was handed to a crew" : "Hand this card to a crew"}
      </h2>
      <HandedList {...watched} />
      <CrewSearchForm
        lookupId={lookupId}
        wasHanded={wasHanded}
        // The button that was pressed is gone: whoever works by keyboard goes on from here.
        onHanded={() => panel.current?.focus()}
      />
    </section>
  );
}
