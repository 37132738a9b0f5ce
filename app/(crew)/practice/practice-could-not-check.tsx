"use client";

import { useEffect, useState, type ReactElement, type ReactNode } from "react";
import { AnswerPanel } from "@/app/_ui/answer-panel";
import { Button } from "@/app/_ui/button";
import { CallButton } from "@/app/_ui/call-button";
import { PageTitle } from "@/app/_ui/page-title";
import { vibrateFor } from "@/app/_ui/vibration";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

interface PracticeCouldNotCheckProps {
  readonly nhsNumber: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** The third answer as a real check gives it without a signal: this child's check always fails. */
export function PracticeCouldNotCheck({
  nhsNumber,
  onLeave,
  children,
}: PracticeCouldNotCheckProps): ReactElement {
  const [tries, setTries] = useState(1);
  useEffect(() => {
    vibrateFor("could-not-check");
  }, [tries]);

  return (
    <>
      <PageTitle caption="Practice">
        NHS number <span className="whitespace-nowrap">{formatNhsNumber(nhsNumber)}</span>
      </PageTitle>
      <AnswerPanel kind="could-not-check">
        <p>
          The service or your signal failed on the way. Trying again is safe: the same question is asked only
          once.
        </p>
        <p role="status">
          {tries === 1
            ? "On a real call the phone keeps the question, and asks it by itself when there is a signal."
            : `Tried ${String(tries)} times, and still no answer. On a real call you ring now.`}
        </p>
      </AnswerPanel>
      <CallButton who="Pretendshire: emergency duty team" number="01632 960981" when="At all other times" />
      <Button type="button" big onClick={() => setTries(tries + 1)}>
        Try again
      </Button>
      <Button type="button" variant="secondary" big onClick={onLeave}>
        Check another number
      </Button>
      {children}
    </>
  );
}
