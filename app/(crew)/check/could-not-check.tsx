"use client";

import { useEffect, type ReactElement } from "react";
import { AnswerPanel } from "@/app/_ui/answer-panel";
import { HandOver } from "@/app/_phone/hand-over";
import { KeptAnswers } from "@/app/_phone/kept-answers";
import { KeptOrNot } from "@/app/_phone/kept-or-not";
import { OwnAreaNumbers } from "@/app/_phone/own-area-numbers";
import { Button, buttonClass } from "@/app/_ui/button";
import { vibrateFor } from "@/app/_ui/vibration";
import { PageTitle } from "@/app/_ui/page-title";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

interface CouldNotCheckProps {
  readonly nhsNumber: string;
  readonly requestId: string;
  readonly onTryAgain: () => void;
  readonly onLeave: () => void;
}

/** The third answer: no answer. Never to be read as "none held". */
export function CouldNotCheck({
  nhsNumber,
  requestId,
  onTryAgain,
  onLeave,
}: CouldNotCheckProps): ReactElement {
  useEffect(() => {
    vibrateFor("could-not-check");
  }, [requestId]);

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
        <KeptOrNot requestId={requestId} />
      </AnswerPanel>
      <KeptAnswers />
      <OwnAreaNumbers />
      <Button type="button" big onClick={onTryAgain}>
        Try again
      </Button>
      {/* A plain link: without a signal, the page for that has the numbers. */}
      <a className={buttonClass("secondary", true)} href="/directory">
        Find a duty number to ring
      </a>
      <HandOver requestId={requestId} />
      <Button type="button" variant="secondary" big onClick={onLeave}>
        Check another number
      </Button>
    </>
  );
}
