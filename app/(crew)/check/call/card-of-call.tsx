import type { ReactElement, ReactNode } from "react";
import { CallStrip } from "./call-strip";
import { UnidentifiedDetails } from "./unidentified-details";
import type { Call } from "./use-call";
import { CardView } from "@/app/(crew)/check/card-view";
import { AfterAnswerPart } from "@/app/(crew)/check/later-parts";
import { HandOverOfCard } from "@/app/(crew)/check/hand-over/hand-over-of-card";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface CardOfCallProps {
  readonly card: ResultCard;
  readonly call: Call;
  /** Then to hand the card on comes first, after the answer and what becomes of the alert. */
  readonly isControlRoom: boolean;
  readonly onCheckAnother: () => void;
  readonly onAnotherCall: () => void;
  /** The children of the call. */
  readonly children: ReactNode;
}

/** The answer, within the call to which the child belongs. */
export function CardOfCall(props: CardOfCallProps): ReactElement {
  const { card, call, isControlRoom, children } = props;
  const handOver = <HandOverOfCard card={card} startsOpen={isControlRoom} />;
  const next = isControlRoom && handOver;
  return (
    <>
      <CallStrip call={call} />
      <CardView
        card={card}
        afterAnswer={card.answer === "held" ? <AfterAnswerPart card={card} next={next} /> : next}
        onCheckAnother={props.onCheckAnother}
        onAnotherCall={call.isOn ? props.onAnotherCall : undefined}
      >
        {children}
        {call.isOn && <UnidentifiedDetails call={call} />}
        {!isControlRoom && handOver}
      </CardView>
    </>
  );
}
