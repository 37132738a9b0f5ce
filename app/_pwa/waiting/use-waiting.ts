"use client";

import { useEffect, useState } from "react";
import { waitsAtMostMs } from "./decide";
import { readNotices, waitingRecords, answerOf, questionOf, type WaitingNotice } from "./waiting-store";
import { onPhoneNews } from "@/app/_pwa/phone/phone-news";

export interface Waiting {
  readonly requestId: string;
  readonly state: "waiting" | "handed";
  readonly nhsNumber: string;
  readonly keptAt: Date;
  readonly dropsAt: Date;
}

export interface KeptAnswer {
  readonly requestId: string;
  readonly lookupId: string;
  readonly keptAt: Date;
}

export interface OnPhone {
  readonly questions: readonly Waiting[];
  readonly answers: readonly KeptAnswer[];
  readonly notices: readonly WaitingNotice[];
}

const nothing: OnPhone = { questions: [], answers: [], notices: [] };

/** What waits on this phone, as it changes in any window. */
export function useWaiting(): OnPhone {
  const [onPhone, setOnPhone] = useState(nothing);

  useEffect(() => {
    let isWanted = true;
    const read = (): void => {
      void readOnPhone()
        .catch(() => nothing)
        .then((found) => {
          if (isWanted) setOnPhone(found);
        });
    };
    read();
    const stop = onPhoneNews(read);
    return () => {
      isWanted = false;
      stop();
    };
  }, []);

  return onPhone;
}

async function readOnPhone(): Promise<OnPhone> {
  const questions: Waiting[] = [];
  const answers: KeptAnswer[] = [];
  for (const record of await waitingRecords()) {
    const { requestId, state } = record;
    const keptAt = new Date(record.keptAt);
    if (state === "answered") {
      const lookupId = await answerOf(record);
      if (lookupId !== undefined) answers.push({ requestId, lookupId, keptAt });
    } else if (state !== "under-way") {
      const question = await questionOf(record);
      const dropsAt = new Date(record.stamp.wall + waitsAtMostMs - record.stamp.ageMs);
      if (question !== undefined)
        questions.push({ requestId, state, nhsNumber: question.asked.nhsNumber, keptAt, dropsAt });
    }
  }
  return { questions, answers, notices: await readNotices() };
}
