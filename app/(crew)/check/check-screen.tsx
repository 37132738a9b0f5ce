"use client";

import type { ReactElement } from "react";
import { AskScreen } from "./ask-screen";
import { CallChildren } from "./call/call-children";
import type { CallChild } from "./call/call-state";
import { CallStrip } from "./call/call-strip";
import { CardOfCall } from "./call/card-of-call";
import { useCall } from "./call/use-call";
import { OpeningCard } from "./call/opening-card";
import { useOpening } from "./call/use-opening";
import { usePlace } from "./call/use-place";
import { AfterAnswerPart } from "./later-parts";
import { CouldNotCheck } from "./could-not-check";
import { useSearch } from "./search/use-search";
import { useCardAtPlace } from "./use-card-at-place";
import { useCardLife } from "./use-card-life";
import { useQuestion, type Asked, type QuestionState } from "./use-question";
import { useAnswerOpened } from "@/app/_phone/use-answer-opened";
import { useInTheMiddle } from "@/app/_pwa/in-the-middle";
import type { ResultCard } from "@/server/vocabulary/result-card";

export interface CheckScreenProps {
  readonly mode: ResultCard["mode"];
  readonly careSettingName: string;
  /** Whose main work it is to look children up for others. */
  readonly isControlRoom: boolean;
  /** The person is on a call of which something is shown still. */
  readonly isOnCall?: boolean;
  /** A card that is read again after a reload. */
  readonly card?: ResultCard;
}

/**
 * The number pad, or the search by name, and in its place the answer; around them the call to which the children belong. Going back leads from
 * an answer to an empty number pad, and on to the answer before. Everything of a card comes from one answer, and nothing
 * of it outlives a change of cards: no child is ever shown under another's number.
 */
export function CheckScreen(props: CheckScreenProps): ReactElement {
  const { mode, careSettingName, isControlRoom, isOnCall = false } = props;
  const card = useCardAtPlace(props.card);
  const call = useCall(mode, card, isOnCall);
  const question = useQuestion(mode, card, call.hear);
  const { state, forget } = question;
  const opening = useOpening((opened) => {
    call.hearOpened(opened);
    question.show(opened);
  });
  const search = useSearch();
  const shown = cardOf(state);
  usePlace({ shownId: shown?.lookupId, children: call.children, forget, ...opening });
  const isCleared = useCardLife({ shown, forget, clearCall: call.clear });
  useInTheMiddle(state.step !== "asking");
  useAnswerOpened(shown?.lookupId);

  function leave(): void {
    opening.stop();
    search.clear();
    question.checkAnother();
  }
  function beginAnother(): void {
    call.beginAnother();
    leave();
  }
  function open(child: CallChild): void {
    forget();
    if (child.sent) question.askAgain(child.sent);
    else opening.open(child);
  }
  function ask(asked: Asked): void {
    const incident = call.send();
    AfterAnswerPart.begin();
    question.ask(incident === undefined ? asked : { ...asked, incident });
  }

  const children = <CallChildren list={call.children} shown={shown?.lookupId} onOpen={open} />;
  if (opening.lookupId !== undefined) return <OpeningCard onLeave={leave} />;
  if (shown !== undefined) {
    return (
      <CardOfCall
        key={shown.lookupId}
        card={shown}
        call={call}
        isControlRoom={isControlRoom}
        onCheckAnother={leave}
        onAnotherCall={beginAnother}
      >
        {children}
      </CardOfCall>
    );
  }
  if (state.step === "could-not-check") {
    return (
      <>
        <CallStrip call={call} />
        <CouldNotCheck
          nhsNumber={state.nhsNumber}
          requestId={state.requestId}
          onTryAgain={question.tryAgain}
          onLeave={leave}
        />
        {children}
      </>
    );
  }
  return (
    <AskScreen
      mode={mode}
      careSettingName={careSettingName}
      isCleared={isCleared}
      call={call}
      search={search}
      question={{ ...question, ask }}
      problem={opening.problem}
      onAnotherCall={beginAnother}
    >
      {children}
    </AskScreen>
  );
}

function cardOf(state: QuestionState): ResultCard | undefined {
  return state.step === "answered" ? state.card : undefined;
}
