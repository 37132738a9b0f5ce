"use client";

import { useRef, type ReactElement } from "react";
import { CrewSearchForm } from "./crew-search-form";
import { HandedList } from "./handed-list";
import { useHandedCards } from "./use-handed-cards";
import type { LookupId } from "@/server/vocabulary/ids";

/** To whom this card was handed, and the search for a crew. */
export function OpenPanel({ lookupId }: { readonly lookupId: LookupId }): ReactElement {
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
