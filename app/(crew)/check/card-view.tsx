"use client";

import { useEffect, type ReactElement, type ReactNode } from "react";
import { AfterAnswer } from "./after-answer";
import { EarlierAttendances } from "./earlier-attendances";
import { EntryView } from "./entry-view";
import { HandOverPanel } from "./hand-over/hand-over-panel";
import { AnswerPanel } from "@/app/_ui/answer-panel";
import { Button } from "@/app/_ui/button";
import { ButtonLink } from "@/app/_ui/button-link";
import { PageTitle } from "@/app/_ui/page-title";
import { formatTime } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface CardViewProps {
  readonly card: ResultCard;
  /** Then to hand the card on comes first, after the answer and what becomes of the alert. */
  readonly isControlRoom: boolean;
  readonly onCheckAnother: () => void;
  /** Leaves the call; absent where a check belongs to none. */
  readonly onAnotherCall?: (() => void) | undefined;
  /** What else is known of the call, between the answer and the ways on. */
  readonly children?: ReactNode;
}

/** The answer on one screen: which of the three it is, whom to ring now, and what becomes of the alert. */
export function CardView(props: CardViewProps): ReactElement {
  const { card, isControlRoom, onCheckAnother, onAnotherCall, children } = props;
  useEffect(() => {
    window.scrollTo(0, 0);
    if (card.answer === "held" && "vibrate" in navigator) navigator.vibrate([200, 100, 200]);
  }, [card]);

  // What belongs to no call, and a silent check, is nobody else's.
  const handOver = card.mode === "unscheduled" && card.incident !== null && (
    <HandOverPanel lookupId={card.lookupId} startsOpen={isControlRoom} />
  );
  const next = isControlRoom && handOver;

  return (
    <article aria-label="Answer to your check">
      <PageTitle caption={`Asked at ${formatTime(card.askedAt)}`}>
        NHS number <span className="whitespace-nowrap">{formatNhsNumber(card.nhsNumber)}</span>
      </PageTitle>
      {card.answer === "held" ? <Held card={card} next={next} /> : <NoneHeld card={card} next={next} />}
      {children}
      {!isControlRoom && handOver}
      <Button type="button" variant="secondary" big onClick={onCheckAnother}>
        {onAnotherCall === undefined ? "Check another child" : "Check another child of this call"}
      </Button>
      {onAnotherCall !== undefined && (
        <Button type="button" variant="secondary" big onClick={onAnotherCall}>
          This is another call
        </Button>
      )}
      <p className="nhsuk-hint">This card is cleared from the phone at {formatTime(card.clearsAt)}.</p>
    </article>
  );
}

interface AnswerProps<Kind extends ResultCard["answer"]> {
  readonly card: Extract<ResultCard, { answer: Kind }>;
  /** What comes first after the answer and what becomes of the alert. */
  readonly next: ReactNode;
}

function Held({ card, next }: AnswerProps<"held">): ReactElement {
  return (
    <>
      <AnswerPanel kind="held">
        {card.entries.map((entry) => (
          <EntryView key={entry.authorityId} entry={entry} askedAt={card.askedAt} />
        ))}
      </AnswerPanel>
      {card.mode === "unscheduled" ? (
        <AfterAnswer card={card} next={next} />
      ) : (
        <p>This check was silent: it is on record, and nobody was told.</p>
      )}
      <EarlierAttendances attendances={card.attendances} />
    </>
  );
}

function NoneHeld({ card, next }: AnswerProps<"none-held">): ReactElement {
  const { staleLists, lists } = card.freshness;
  return (
    <>
      <AnswerPanel kind="none-held">
        <p>
          The register never shows sensitive records, children whose number could not be matched, or children
          in need without a plan.
        </p>
        <p>
          {staleLists === 0
            ? `The lists of all ${String(lists)} local authorities are less than two days old.`
            : `The lists of ${String(staleLists)} of ${String(lists)} local authorities are more than two days old.`}
        </p>
      </AnswerPanel>
      {next}
      <ButtonLink href="/directory" variant="secondary" big>
        Worried? Find a duty number
      </ButtonLink>
    </>
  );
}
