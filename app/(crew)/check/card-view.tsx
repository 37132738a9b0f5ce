"use client";

import { memo, useEffect, type ReactElement, type ReactNode } from "react";
import { EarlierAttendances } from "./earlier-attendances";
import { EntryView } from "./entry-view";
import { AnswerPanel } from "@/app/_ui/answer-panel";
import { Button } from "@/app/_ui/button";
import { ButtonLink } from "@/app/_ui/button-link";
import { vibrateFor } from "@/app/_ui/vibration";
import { PageTitle } from "@/app/_ui/page-title";
import { formatTime } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface CardViewProps {
  readonly card: ResultCard;
  /** What becomes of the alert, and what else comes right after an answer of unscheduled care. */
  readonly afterAnswer: ReactNode;
  readonly onCheckAnother: () => void;
  /** Leaves the call; absent where a check belongs to none. */
  readonly onAnotherCall?: (() => void) | undefined;
  /** A card of practice says so in its title. */
  readonly isPractice?: boolean;
  /** What else is known of the call, between the answer and the ways on. */
  readonly children?: ReactNode;
}

/** The answer on one screen: which of the three it is, whom to ring now, and what becomes of the alert. */
export function CardView({
  card,
  afterAnswer,
  onCheckAnother,
  onAnotherCall,
  isPractice = false,
  children,
}: CardViewProps): ReactElement {
  useEffect(() => {
    window.scrollTo(0, 0);
    vibrateFor(card.answer);
  }, [card]);

  return (
    <article aria-label="Answer to your check">
      <PageTitle caption={`${isPractice ? "Practice. " : ""}Asked at ${formatTime(card.askedAt)}`}>
        NHS number <span className="whitespace-nowrap">{formatNhsNumber(card.nhsNumber)}</span>
      </PageTitle>
      {card.answer === "held" ? (
        <Held card={card}>{afterAnswer}</Held>
      ) : (
        <NoneHeld card={card}>{afterAnswer}</NoneHeld>
      )}
      {children}
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
  readonly children: ReactNode;
}

function Held({ card, children }: AnswerProps<"held">): ReactElement {
  return (
    <>
      <HeldPanel card={card} />
      {children}
      <EarlierAttendances attendances={card.attendances} />
    </>
  );
}

/** Drawn once for each card: whatever becomes known around it, nothing in it changes. */
const HeldPanel = memo(function HeldPanel({ card }: Pick<AnswerProps<"held">, "card">): ReactElement {
  return (
    <AnswerPanel kind="held">
      {card.entries.map((entry) => (
        <EntryView key={entry.authorityId} entry={entry} askedAt={card.askedAt} />
      ))}
    </AnswerPanel>
  );
});

function NoneHeld({ card, children }: AnswerProps<"none-held">): ReactElement {
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
      {children}
      <ButtonLink href="/directory" variant="secondary" big>
        Worried? Find a duty number
      </ButtonLink>
    </>
  );
}
