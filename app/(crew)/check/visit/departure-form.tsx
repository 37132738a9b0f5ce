"use client";

import { useState, type ReactElement } from "react";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { LeavingAnswer } from "@/server/domain/alert/visit/record-departure";
import { departures, departureWords, type Departure } from "@/server/vocabulary/alert-outcome";

type Doubt = Extract<LeavingAnswer, { kind: "think-first" }> & { readonly departure: Departure };

interface DepartureFormProps {
  /** Records it, unless something speaks against it that has not been said yet. */
  readonly onDepart: (departure: Departure, despite: boolean) => Promise<LeavingAnswer>;
}

/** Where the child goes. What speaks against leaving now is said first, and is no lock: the crew decides. */
export function DepartureForm({ onDepart }: DepartureFormProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [doubt, setDoubt] = useState<Doubt>();

  async function record(departure: Departure, despite: boolean): Promise<void> {
    const answer = await onDepart(departure, despite);
    setDoubt(answer.kind === "think-first" ? { departure, ...answer } : undefined);
  }

  return (
    <>
      {problem !== undefined && <NotificationBanner tone="problem">{problem}</NotificationBanner>}
      <div className="flex flex-wrap gap-2">
        {departures.map((departure) => (
          <Button
            key={departure}
            type="button"
            variant="secondary"
            disabled={isBusy}
            onClick={() => void run(() => record(departure, false))}
          >
            {departureWords[departure]}
          </Button>
        ))}
      </div>
      {doubt !== undefined && (
        <NotificationBanner tone="problem" title="Before the child leaves">
          <ul>
            {doubt.isUntaken && <li>Nobody has taken the alert yet. Ring the duty number on this card.</li>}
            {doubt.isUnreviewed && <li>No senior clinician has reviewed. Record the review above.</li>}
          </ul>
          <Button
            type="button"
            variant="warning"
            disabled={isBusy}
            onClick={() => void run(() => record(doubt.departure, true))}
          >
            Record “{departureWords[doubt.departure].toLowerCase()}” all the same
          </Button>
        </NotificationBanner>
      )}
    </>
  );
}
