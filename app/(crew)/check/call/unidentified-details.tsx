"use client";

import type { ReactElement } from "react";
import type { Call } from "./use-call";
import { UnidentifiedPart } from "@/app/(crew)/check/later-parts";
import { DetailsLater } from "@/app/_ui/details-later";
import { unidentifiedInWords } from "@/server/vocabulary/incident";

/** Children who are here and whom nobody can identify: what was said of them, and the form to say it. */
export function UnidentifiedDetails({ call }: { readonly call: Call }): ReactElement {
  const { unidentified } = call;
  return (
    <DetailsLater
      summary={
        unidentified === undefined
          ? "A child I cannot identify is here"
          : `${unidentifiedInWords(unidentified.count, unidentified.ageGuess)}. Change it?`
      }
    >
      {() => <UnidentifiedPart call={call} />}
    </DetailsLater>
  );
}
