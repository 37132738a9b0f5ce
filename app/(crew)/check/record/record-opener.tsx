"use client";

import { useEffect, useEffectEvent, useRef, type ReactElement } from "react";
import { askRecord } from "./ask-record";
import type { RecordOutcome } from "@/server/vocabulary/record-problem";

interface RecordOpenerProps {
  readonly onOutcome: (outcome: RecordOutcome) => void;
}

/** Asks once for the patient who is open in the other system, and takes what that system sent out of the address. */
export function RecordOpener({ onOutcome }: RecordOpenerProps): ReactElement {
  const isAsked = useRef(false);
  const tell = useEffectEvent(onOutcome);

  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    const sent = window.location.search.slice(1);
    window.history.replaceState(null, "", "/check");
    void askRecord(sent).then((outcome) => {
      tell(outcome);
    });
  }, []);

  return <p role="status">Reading which patient is open in your system…</p>;
}
