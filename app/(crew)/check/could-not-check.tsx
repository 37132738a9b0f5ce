"use client";

import type { ReactElement } from "react";
import { AnswerPanel } from "@/app/_ui/answer-panel";
import { Button } from "@/app/_ui/button";
import { ButtonLink } from "@/app/_ui/button-link";
import { PageTitle } from "@/app/_ui/page-title";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

interface CouldNotCheckProps {
  readonly nhsNumber: string;
  readonly onTryAgain: () => void;
  readonly onLeave: () => void;
}

/** The third answer: no answer. Never to be read as "none held". */
export function CouldNotCheck({ nhsNumber, onTryAgain, onLeave }: CouldNotCheckProps): ReactElement {
  return (
    <>
      <PageTitle>
        NHS number <span className="whitespace-nowrap">{formatNhsNumber(nhsNumber)}</span>
      </PageTitle>
      <AnswerPanel kind="could-not-check">
        <p>
          The service or your signal failed on the way. Trying again is safe: the same question is asked only
          once.
        </p>
      </AnswerPanel>
      <Button type="button" big onClick={onTryAgain}>
        Try again
      </Button>
      <ButtonLink href="/directory" variant="secondary" big>
        Find a duty number to ring
      </ButtonLink>
      <Button type="button" variant="secondary" big onClick={onLeave}>
        Check another number
      </Button>
    </>
  );
}
