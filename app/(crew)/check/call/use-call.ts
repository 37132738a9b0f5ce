"use client";

import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import {
  afterNews,
  beginCall,
  clearedAt,
  type CallState,
  type RememberedCall,
  type Sent,
} from "./call-state";
import { useClearingAt } from "@/app/(crew)/check/use-clearing";
import type { QuestionState } from "@/app/(crew)/check/use-question";
import { ownTask } from "@/app/_pwa/own-task";
import { trpc } from "@/app/_trpc/browser";
import type { AskedIncident, Incident } from "@/server/vocabulary/asked-incident";
import type { AgeGuess } from "@/server/vocabulary/incident";
import type { IncidentId } from "@/server/vocabulary/ids";
import type { ResultCard } from "@/server/vocabulary/result-card";

export interface Call extends CallState {
  /** Checks belong to a call; silent ones to none. */
  readonly isOn: boolean;
  /** There is a call, and the service has not said yet who is on it. */
  readonly isAwaited: boolean;
  /** As what something is sent that belongs to this call; none for silent checks. */
  readonly send: () => AskedIncident | undefined;
  /** Some question has come to an end, whether or not the crew still waits for it. */
  readonly hear: (sent: Sent, outcome: QuestionState) => void;
  readonly hearOpened: (card: ResultCard) => void;
  readonly hearUnidentified: (asked: IncidentId, incident: Incident, said: Said) => void;
  readonly setNumber: (callNumber: string | undefined) => void;
  readonly beginAnother: () => void;
  /** Nothing of any child stays on the screen; the call goes on. */
  readonly clear: () => void;
}

interface Said {
  readonly count: number;
  readonly ageGuess: AgeGuess;
}

/** The call that the crew is on. After a reload the service says what it was; nothing of it is kept on the phone. */
export function useCall(mode: ResultCard["mode"], card: ResultCard | undefined, isUnderWay: boolean): Call {
  const [call, tell] = useReducer(afterNews, card, beginCall);
  const { incidentId, callNumber, children, unidentified } = call;
  const [isAwaited, setIsAwaited] = useState(isUnderWay);

  useEffect(() => {
    if (mode === "scheduled") return undefined;
    let isWanted = true;
    const read = ownTask().then(() => (isWanted ? readOwn() : undefined));
    void read.then((own) => {
      if (!isWanted) return;
      setIsAwaited(false);
      if (own) tell({ kind: "remembered", call: own, now: new Date() });
    });
    return () => {
      isWanted = false;
    };
  }, [mode]);

  const clearsAt = useMemo(() => earliest(children, unidentified), [children, unidentified]);
  useClearingAt(clearsAt, () => {
    // A clock that was put back meanwhile keeps nothing on the screen.
    tell({ kind: "time-passed", now: new Date(Math.max(Date.now(), clearsAt?.getTime() ?? 0)) });
  });

  const hear = useCallback((sent: Sent, outcome: QuestionState) => {
    if (outcome.step === "answered") tell({ kind: "answered", sent, card: outcome.card, now: new Date() });
    if (outcome.step === "could-not-check")
      tell({ kind: "not-checked", sent, clearsAt: clearedAt(new Date()) });
  }, []);

  return {
    ...call,
    isOn: mode === "unscheduled",
    isAwaited,
    send: () => {
      if (mode === "scheduled") return undefined;
      tell({ kind: "sent" });
      return { incidentId, ...(callNumber !== undefined && { callNumber }) };
    },
    hear,
    hearOpened: (opened) => {
      tell({ kind: "opened", card: opened, now: new Date() });
    },
    hearUnidentified: (asked, incident, said) => {
      tell({ kind: "unidentified", asked, incident, said: { ...said, clearsAt: clearedAt(new Date()) } });
    },
    setNumber: (number) => {
      tell({ kind: "numbered", callNumber: number });
    },
    beginAnother: () => {
      // Without an answer the service merely offers this call again after a reload.
      if (call.openedAt) void trpc.incident.end.mutate({ incidentId }).catch(() => undefined);
      tell({ kind: "another-call" });
    },
    clear: () => {
      tell({ kind: "locked" });
    },
  };
}

async function readOwn(): Promise<RememberedCall | undefined> {
  const own = await trpc.incident.own.query().catch(() => null);
  return own ?? undefined;
}

function earliest(
  children: CallState["children"],
  unidentified: CallState["unidentified"],
): Date | undefined {
  const times = [...children, ...(unidentified ? [unidentified] : [])].map(({ clearsAt }) =>
    clearsAt.getTime(),
  );
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}
