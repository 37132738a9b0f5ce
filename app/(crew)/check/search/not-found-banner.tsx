"use client";

import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import type { NotFound } from "./use-search";
import { UnidentifiedDetails } from "@/app/(crew)/check/call/unidentified-details";
import type { Call } from "@/app/(crew)/check/call/use-call";
import { OwnAreaNumbers } from "@/app/_phone/own-area-numbers";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { TermKind } from "@/server/vocabulary/search-terms";

interface NotFoundBannerProps {
  readonly notFound: NotFound;
  readonly call: Call;
}

/** No person to confirm: why, and what helps. Says each time that nothing was checked. Takes the focus. */
export function NotFoundBanner({ notFound, call }: NotFoundBannerProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    window.scrollTo(0, 0);
  }, [notFound]);
  const { title, body } = wordsOf(notFound);
  const isAnswered = ["none", "too-many", "withheld"].includes(notFound.kind);

  return (
    <div ref={box} tabIndex={-1} className="search-says">
      <NotificationBanner tone="problem" title={title}>
        {body}
      </NotificationBanner>
      {isAnswered && call.isOn && <UnidentifiedDetails call={call} />}
      {!isAnswered && <OwnAreaNumbers />}
    </div>
  );
}

interface Words {
  readonly title: string;
  readonly body: ReactNode;
}

function wordsOf(notFound: NotFound): Words {
  switch (notFound.kind) {
    case "none":
      return { title: "Nobody fits what you typed", body: <WhatToChange /> };
    case "too-many":
      return { title: "More than one person fits", body: <WhatToAdd add={notFound.add} /> };
    case "withheld":
      return {
        title: "This person cannot be shown",
        body: (
          <p>
            One person fits, and their record is protected. <strong>Nothing was checked.</strong> Ask for the
            NHS number and type it, or ring the duty team.
          </p>
        ),
      };
    case "refused":
      return { title: "Nothing was searched", body: <p>{notFound.message}</p> };
    case "signed-out":
      return {
        title: "Nothing was searched",
        body: (
          <p>
            You have been signed out. <a href="/sign-in?next=/check">Sign in again</a>
          </p>
        ),
      };
    case "no-signal":
      return { title: "No signal", body: <WithoutSignal /> };
    case "could-not-search":
      return { title: "Could not search", body: <WithoutAnswer /> };
  }
}

function WhatToChange(): ReactElement {
  return (
    <>
      <p>
        <strong>Nothing was checked: this says nothing about the child.</strong> What often helps:
      </p>
      <ul>
        <li>the first 3 letters of the family name and a star, or another family name</li>
        <li>about how old, in place of the date of birth</li>
        <li>no given name, gender or postcode</li>
      </ul>
    </>
  );
}

function WhatToAdd({ add }: { readonly add: readonly TermKind[] }): ReactElement {
  const helpful = add.flatMap((kind) => addWords[kind] ?? []);
  return (
    <>
      <p>
        <strong>Nothing was checked.</strong> A person is shown when only one fits.
        {helpful.length > 0 ? " Add:" : " Ask for the NHS number and type it, or ring the duty team."}
      </p>
      {helpful.length > 0 && (
        <ul>
          {helpful.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const addWords: Partial<Readonly<Record<TermKind, string>>> = {
  "birth-date": "the date of birth, in place of the age",
  "given-name": "a given name",
  postcode: "the postcode, or its beginning",
  "family-name": "the whole family name",
  gender: "the gender",
};

function WithoutSignal(): ReactElement {
  return (
    <p>
      <strong>Nothing was searched or checked.</strong> A search needs a signal, and is not kept to be sent
      later. What you typed is still here: search again when there is a signal. A number that you type is kept
      and asked by itself. Worried? Ring now.
    </p>
  );
}

function WithoutAnswer(): ReactElement {
  return (
    <p>
      <strong>Nothing was searched or checked.</strong> No answer came, so nobody knows whether there is such
      a person. What you typed is still here: search again. If you can get the number, type it. Worried?{" "}
      {/* Beside this page: what was typed is nowhere else. */}
      <a href="/directory" target="_blank" rel="noreferrer">
        Ring a duty number (opens in a new tab)
      </a>
    </p>
  );
}
