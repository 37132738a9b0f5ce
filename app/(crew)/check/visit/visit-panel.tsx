"use client";

import type { ReactElement } from "react";
import { DepartureForm } from "./departure-form";
import { ReferralForm } from "./referral-form";
import { ReviewForm } from "./review-form";
import { SightingButtons } from "./sighting-buttons";
import { SummaryForm } from "./summary-form";
import { awaitedChildOf } from "@/app/(crew)/check/entry-view";
import { BirthPart } from "@/app/(crew)/check/later-parts";
import type { Progress } from "@/app/(crew)/check/use-alert-progress";
import { trpc } from "@/app/_trpc/browser";
import { Details } from "@/app/_ui/details";
import { LiveLine } from "@/app/_ui/live-line";
import { departureWords } from "@/server/vocabulary/alert-outcome";
import { formatTime } from "@/server/vocabulary/london-time";
import type { ResultCard } from "@/server/vocabulary/result-card";

type Visit = Progress[number]["visit"];

interface VisitPanelProps {
  readonly card: Extract<ResultCard, { answer: "held" }>;
  readonly visit: Visit;
}

/** What the crew tells the authority of the child, and what has to be done before the child leaves. */
export function VisitPanel({ card, visit }: VisitPanelProps): ReactElement {
  const { lookupId, askedAt } = card;
  if (visit.isWithdrawn) {
    // Somebody else may have asked about the child too: only this look calls nobody any more.
    return (
      <LiveLine tone="done">
        You said that it was the wrong child. Nobody needs to come because of this check.
      </LiveLine>
    );
  }
  return (
    <section aria-label="About this child">
      <h2 className="nhsuk-heading-m">Tell the authority</h2>
      <SightingButtons
        askedAt={askedAt}
        sighting={visit.sighting}
        onSay={(sighting) => trpc.visit.sighting.mutate({ lookupId, sighting })}
        onWrongChild={() => trpc.visit.wrongChild.mutate({ lookupId })}
      />
      {card.entries.some((entry) => awaitedChildOf(entry) !== undefined) && (
        <>
          {visit.birth !== undefined && (
            <LiveLine tone="done">You told the authority: the baby is born. {visit.birth}</LiveLine>
          )}
          <Details summary={visit.birth === undefined ? "The baby is born" : "Tell more about the birth"}>
            <BirthPart lookupId={lookupId} />
          </Details>
        </>
      )}
      {visit.review === undefined ? (
        <Details summary="Senior clinician’s review: not done yet">
          <ReviewForm onReview={(clinician) => trpc.visit.review.mutate({ lookupId, clinician })} />
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
        <DepartureForm
          onDepart={(departure, despite) => trpc.visit.departure.mutate({ lookupId, departure, despite })}
        />
      </Details>
      <Details summary="Make a referral">
        <ReferralForm lookupId={lookupId} />
      </Details>
      <Details summary={visit.isSummarySent ? "Summary sent. Send another?" : "Send a short summary"}>
        <SummaryForm lookupId={lookupId} />
      </Details>
    </section>
  );
}
