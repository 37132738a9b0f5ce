"use client";

import type { ReactElement, ReactNode } from "react";
import { AskForm } from "./ask-form";
import { AroundNumber } from "./call/around-number";
import { CallStrip } from "./call/call-strip";
import type { Call } from "./call/use-call";
import { SearchPart } from "./later-parts";
import type { Search } from "./search/use-search";
import type { Question } from "./use-question";
import { useInTheMiddle } from "@/app/_pwa/in-the-middle";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface AskScreenProps {
  readonly mode: ResultCard["mode"];
  readonly careSettingName: string;
  readonly isCleared: boolean;
  readonly call: Call;
  readonly search: Search;
  readonly question: Question;
  /** Why a card could not be opened again. */
  readonly problem: string | undefined;
  readonly onAnotherCall: () => void;
  /** The children of the call. */
  readonly children: ReactNode;
}

/** Before an answer: the number pad with what belongs to the call around it, or the search by name and nothing else. */
export function AskScreen(props: AskScreenProps): ReactElement {
  const { mode, careSettingName, isCleared, call, search, question, children } = props;
  const isSearch = search.place !== "number";
  useInTheMiddle(isSearch);
  if (isSearch) {
    return (
      <>
        <CallStrip call={call} />
        <SearchPart
          mode={mode}
          careSettingName={careSettingName}
          search={search}
          question={question}
          call={call}
        />
      </>
    );
  }
  return (
    <AroundNumber call={call} problem={props.problem} onAnotherCall={props.onAnotherCall}>
      <AskForm
        mode={mode}
        careSettingName={careSettingName}
        isCleared={isCleared}
        question={question}
        onNoNumber={search.open}
      />
      {children}
    </AroundNumber>
  );
}
