"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { bandInWords } from "./band-in-words";
import { Button } from "@/app/_ui/button";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import type { BandDoubt, FoundNumber } from "@/server/vocabulary/wristband";

interface BandPanelProps {
  readonly band: FoundNumber;
  /** Another system's record says it, and no band. */
  readonly isFromRecord: boolean;
  readonly isChecking: boolean;
  readonly onWrongChild: () => void;
}

/**
 * What the band says, and the question that only a person can answer: whether it is this child's. Nothing is asked of the
 * register before. Takes the focus, so that it is read out.
 */
export function BandPanel({ band, isFromRecord, isChecking, onWrongChild }: BandPanelProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const words = bandInWords(band.says);
  useEffect(() => heading.current?.focus(), [band]);

  return (
    <section className="band-panel" aria-labelledby="band-says">
      <h2 id="band-says" ref={heading} className="band-panel__title" tabIndex={-1}>
        {titleOf(words, isFromRecord)}
      </h2>
      {words === "" && <NumberToCompare band={band} isFromRecord={isFromRecord} />}
      {band.doubt !== undefined && band.doubt !== "number-only" && (
        <p className="band-panel__doubt">{doubts[band.doubt]}</p>
      )}
      <p className="band-panel__question">Is this the child in front of you?</p>
      <Button big disabled={isChecking} aria-disabled={isChecking}>
        {isChecking ? "Checking…" : "Yes, check this child"}
      </Button>
      <Button type="button" big variant="secondary" disabled={isChecking} onClick={onWrongChild}>
        Not this child
      </Button>
    </section>
  );
}

function titleOf(words: string, isFromRecord: boolean): string {
  if (words === "")
    return isFromRecord ? "The record carries a number and no name" : "The code carries a number and no name";
  return isFromRecord ? `The record says: ${words}` : `The band says: ${words}`;
}

function NumberToCompare({
  band,
  isFromRecord,
}: Pick<BandPanelProps, "band" | "isFromRecord">): ReactElement {
  return (
    <p>
      Compare <strong className="whitespace-nowrap">{formatNhsNumber(band.nhsNumber)}</strong> with the NHS
      number {isFromRecord ? "on the child’s band" : "that is printed on the band"}.
    </p>
  );
}

const doubts: Readonly<Record<Exclude<BandDoubt, "number-only">, string>> = {
  "check-digit-wrong":
    "The band’s own check digit is wrong, though the NHS number passes its check. Compare it with what is printed.",
  "check-digit-missing":
    "The band has no check digit of its own, though the NHS number passes its check. Compare it with what is printed.",
};
