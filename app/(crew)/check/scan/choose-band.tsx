"use client";

import type { ReactElement } from "react";
import { bandInWords } from "./band-in-words";
import { Button } from "@/app/_ui/button";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import type { FoundNumber } from "@/server/vocabulary/wristband";

interface ChooseBandProps {
  readonly found: readonly FoundNumber[];
  readonly onChoose: (found: FoundNumber) => void;
  readonly onNeither: () => void;
}

/** Bands of several people lay in one picture: a person says which, and never the order in which they were read. */
export function ChooseBand({ found, onChoose, onNeither }: ChooseBandProps): ReactElement {
  return (
    <div className="scanner__choices">
      {found.map((band) => (
        <Button key={band.nhsNumber} type="button" variant="secondary" onClick={() => onChoose(band)}>
          <span className="whitespace-nowrap">{formatNhsNumber(band.nhsNumber)}</span>{" "}
          {bandInWords(band.says)}
        </Button>
      ))}
      <Button type="button" variant="secondary" onClick={onNeither}>
        None of these: scan again
      </Button>
    </div>
  );
}
