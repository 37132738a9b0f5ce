"use client";

import { useState, type ReactElement } from "react";
import { DepartureForm } from "@/app/(crew)/check/visit/departure-form";
import { ReviewForm } from "@/app/(crew)/check/visit/review-form";
import { SightingButtons } from "@/app/(crew)/check/visit/sighting-buttons";
import { Details } from "@/app/_ui/details";
import { LiveLine } from "@/app/_ui/live-line";
import { departureWords, type Departure } from "@/server/vocabulary/alert-outcome";
import { formatTime } from "@/server/vocabulary/london-time";

interface PracticeVisitProps {
  readonly askedAt: Date;
  /** The pretend alert has been taken. */
  readonly isTaken: boolean;
}

interface Visit {
  readonly sighting?: "child-seen" | "not-there";
  readonly isWrongChild?: boolean;
  readonly review?: { readonly clinician: string; readonly at: Date };
  readonly departure?: Departure;
}

/** Sighting, review and departure, to be tried. What is entered stays in this page's memory and is gone with it. */
export function PracticeVisit({ askedAt, isTaken }: PracticeVisitProps): ReactElement {
  const [visit, setVisit] = useState<Visit>({});
  const note = (said: Visit) => {
    setVisit((before) => ({ ...before, ...said }));
    return Promise.resolve();
  };
  async function depart(departure: Departure, despite: boolean) {
    const isUnreviewed = visit.review === undefined;
    if (!despite && (!isTaken || isUnreviewed))
      return { kind: "think-first", isUntaken: !isTaken, isUnreviewed } as const;
    await note({ departure });
    return { kind: "recorded" } as const;
  }

  if (visit.isWrongChild === true) {
    return <LiveLine tone="done">You said that it was the wrong child. Nobody needs to come.</LiveLine>;
  }
  return (
    <section aria-label="About this child">
      <h2 className="nhsuk-heading-m">Tell the authority</h2>
      <p className="nhsuk-hint">Try it: in practice nothing of it is sent or kept.</p>
      <SightingButtons
        askedAt={askedAt}
        sighting={visit.sighting}
        onSay={(sighting) => note({ sighting })}
        onWrongChild={() => note({ isWrongChild: true })}
      />
      {visit.review === undefined ? (
        <Details summary="Senior clinician’s review: not done yet">
          <ReviewForm
            onReview={(clinician) =>
              note(clinician.trim() === "" ? {} : { review: { clinician, at: new Date() } })
            }
          />
        </Details>
      ) : (
        <LiveLine tone="done">
          Reviewed by {visit.review.clinician} at {formatTime(visit.review.at)}
        </LiveLine>
      )}
      <Details
        summary={
          visit.departure === undefined
            ? "Where does the child go?"
            : `${departureWords[visit.departure]}: recorded. Change it?`
        }
      >
        <DepartureForm onDepart={depart} />
      </Details>
    </section>
  );
}
