"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { explainFailure, type Failure } from "./explain-failure";
import type { Sent } from "./call/call-state";
import { keepWhileAsking } from "@/app/_pwa/waiting/keep-while-asking";
import { patienceMilliseconds } from "@/app/_pwa/waiting/patience";
import { trpc } from "@/app/_trpc/browser";
import type { AskedIncident } from "@/server/vocabulary/asked-incident";
import type { AttendanceReason } from "@/server/vocabulary/attendance-reason";
import type { NumberSource } from "@/server/vocabulary/number-source";
import type { ResultCard } from "@/server/vocabulary/result-card";

export interface Asked {
  readonly nhsNumber: string;
  readonly numberSource: NumberSource;
  readonly reason?: AttendanceReason;
  readonly callBackNumber?: string;
  /** The call on which it is asked. */
  readonly incident?: AskedIncident;
}

export type QuestionState =
  | { readonly step: "asking"; readonly failure?: Failure }
  | { readonly step: "checking" }
  | { readonly step: "answered"; readonly card: ResultCard }
  | { readonly step: "could-not-check"; readonly nhsNumber: string; readonly requestId: string };

export interface Question {
  readonly state: QuestionState;
  readonly ask: (asked: Asked) => void;
  /** Asks what was asked before, under its own request id. */
  readonly askAgain: (sent: Sent) => void;
  /** Shows a card that is there already. */
  readonly show: (card: ResultCard) => void;
  /** The same question under the same request id: if it did arrive, it is not asked twice. */
  readonly tryAgain: () => void;
  readonly checkAnother: () => void;
  readonly forget: () => void;
}

/** Hears how each question ended, also of one that was left before. */
export type HearOutcome = (sent: Sent, outcome: QuestionState) => void;

/** One question at a time, and what became of it. A double tap asks once. */
export function useQuestion(
  mode: ResultCard["mode"],
  card: ResultCard | undefined,
  hear: HearOutcome,
): Question {
  const [state, setState] = useState<QuestionState>(card === undefined ? { step: "asking" } : answered(card));
  const open = useRef<{ asked: Asked; requestId: string; isUnderWay: boolean } | undefined>(undefined);

  const send = useCallback(async () => {
    const question = open.current;
    if (question === undefined || question.isUnderWay) return;
    question.isUnderWay = true;
    setState({ step: "checking" });
    const outcome = await keepWhileAsking(
      { mode, requestId: question.requestId, asked: { ...question.asked } },
      () => outcomeOf(mode, question),
      ({ step }) => step !== "could-not-check",
    );
    question.isUnderWay = false;
    hear(question, outcome);
    if (open.current !== question) return;

    if (outcome.step === "answered") window.history.pushState(null, "", `/check/${outcome.card.lookupId}`);
    // After an answer or a refusal the question is over; only an unknown end is asked again under the same id.
    if (outcome.step !== "could-not-check") open.current = undefined;
    setState(outcome);
  }, [mode, hear]);

  const forget = useCallback(() => {
    open.current = undefined;
    setState((now) => (now.step === "asking" ? now : { step: "asking" }));
  }, []);

  return useMemo(
    () => ({
      state,
      ask(asked) {
        if (open.current?.isUnderWay === true) return;
        open.current = { asked, requestId: crypto.randomUUID(), isUnderWay: false };
        void send();
      },
      askAgain({ asked, requestId }) {
        if (open.current?.isUnderWay === true) return;
        open.current = { asked, requestId, isUnderWay: false };
        void send();
      },
      show(known) {
        open.current = undefined;
        setState(answered(known));
        const path = `/check/${known.lookupId}`;
        if (window.location.pathname !== path) window.history.pushState(null, "", path);
      },
      tryAgain: () => void send(),
      checkAnother() {
        forget();
        window.history.pushState(null, "", "/check");
      },
      forget,
    }),
    [state, send, forget],
  );
}

async function outcomeOf(
  mode: ResultCard["mode"],
  { asked, requestId }: { readonly asked: Asked; readonly requestId: string },
): Promise<QuestionState> {
  const procedure = mode === "unscheduled" ? trpc.lookup.child : trpc.lookup.childSilently;
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    return answered(await procedure.mutate({ ...asked, requestId }, { signal }));
  } catch (error) {
    const failure = explainFailure(error);
    if (failure === "could-not-check")
      return { step: "could-not-check", nhsNumber: asked.nhsNumber, requestId };
    return { step: "asking", failure };
  }
}

function answered(card: ResultCard): QuestionState {
  return { step: "answered", card };
}
