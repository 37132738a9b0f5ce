"use client";

import { useEffect, useEffectEvent, useRef, type ReactElement } from "react";
import { askRecord } from "./ask-record";
import type { RecordOutcome } from "@/server/vocabulary/record-problem";

interface RecordOpenerProps {
  /** What the other system sent along. */
  readonly sent: string;
  readonly onOutcome: (outcome: RecordOutcome) => void;
}

/** Asks once for the patient who is open in the other system. */
export function RecordOpener({ sent, onOutcome }: RecordOpenerProps): ReactElement {
  const isAsked = useRef(false);
  const tell = useEffectEvent(onOutcome);

  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    void askRecord(sent).then((outcome) => {
      tell(outcome);
    });
  }, [sent]);

  return <p role="status">Reading which patient is open in your system…</p>;
}
