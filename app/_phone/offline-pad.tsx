"use client";

import { useState, type ReactElement, type SubmitEvent } from "react";
import { KeptAnswers } from "./kept-answers";
import { WaitingList } from "./waiting-list";
import { NumberOfPractice } from "./number-of-practice";
import { WaitingNotices } from "./waiting-notices";
import type { PhonePerson } from "@/app/_pwa/phone/phone-session";
import { keepForLater } from "@/app/_pwa/waiting/keep-for-later";
import { Button } from "@/app/_ui/button";
import { DirectoryList } from "@/app/_ui/directory-list";
import { ErrorSummary, type FieldProblem } from "@/app/_ui/error-summary";
import { NhsNumberPad } from "@/app/_ui/nhs-number-pad";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { isPracticeNumber } from "@/server/vocabulary/practice-number";

interface OfflinePadProps {
  readonly marker: string;
  readonly asks: NonNullable<PhonePerson["asks"]>;
}

type Kept = "yes" | "no" | undefined;

/** The number pad of a phone without a signal: takes the question, and says plainly that there is no answer yet. */
export function OfflinePad({ marker, asks }: OfflinePadProps): ReactElement {
  const [text, setText] = useState("");
  const [complaint, setComplaint] = useState<FieldProblem>();
  const [isOfPractice, setIsOfPractice] = useState(false);
  const [isKeeping, setIsKeeping] = useState(false);
  const [kept, setKept] = useState<Kept>();

  async function keep(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isKeeping) return;
    const typed = new FormData(event.currentTarget).get("nhsNumber");
    const parsed = parseNhsNumber(typeof typed === "string" ? typed : "");
    if (!parsed.ok) {
      setComplaint({ fieldId: "nhsNumber", message: parsed.message });
      return;
    }
    setComplaint(undefined);
    setIsOfPractice(isPracticeNumber(parsed.nhsNumber));
    if (isPracticeNumber(parsed.nhsNumber)) return;
    setIsKeeping(true);
    const isKept = await keepForLater({ mode: asks.mode, nhsNumber: parsed.nhsNumber }, marker);
    setKept(isKept ? "yes" : "no");
    // An empty pad for the next child; what could not be kept stays to be read out.
    if (isKept) setText("");
    setIsKeeping(false);
  }

  return (
    <>
      <PageTitle caption={asks.careSettingName}>Check a child: no connection</PageTitle>
      <KeptAnswers />
      <WaitingNotices />
      <WhatItMeans kept={kept} />
      {isOfPractice && <NumberOfPractice />}
      {complaint !== undefined && <ErrorSummary problems={[complaint]} />}
      <form onSubmit={(event) => void keep(event)} noValidate>
        <NhsNumberPad text={text} onText={setText} onLongText={() => false} hasKeys />
        <Button big className="number-pad__check" disabled={isKeeping}>
          Keep the question
        </Button>
      </form>
      <WaitingList />
      {/* An empty address is this page again, whichever it was that could not be reached. */}
      <a className="nhsuk-button nhsuk-button--secondary button--big" href="">
        Try to connect
      </a>
      <h2 className="nhsuk-heading-m">Duty team numbers</h2>
      <DirectoryList />
    </>
  );
}

function WhatItMeans({ kept }: { readonly kept: Kept }): ReactElement {
  if (kept === "no") {
    return (
      <NotificationBanner tone="problem" title="Nothing was checked, and nothing is kept">
        <p>
          This phone could not keep the question: its storage is full or shut. Ring control or the duty team.
        </p>
      </NotificationBanner>
    );
  }
  if (kept === "yes") {
    return (
      <NotificationBanner tone="problem" title="Could not check yet">
        <p>
          <strong>You have no answer about this child.</strong> The question is kept, and asked when there is
          a signal. If you are worried, ring now.
        </p>
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner title="No signal">
      <p>
        <strong>Nothing is checked now.</strong> Your question is kept on this phone and asked by itself when
        there is a signal, for up to 30 minutes.
      </p>
      <p>Searching by name needs a signal. No number? Ring the duty team.</p>
    </NotificationBanner>
  );
}
