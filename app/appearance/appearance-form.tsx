"use client";

import { useState, useSyncExternalStore, type ReactElement } from "react";
import {
  hands,
  keepLook,
  parseLook,
  schemes,
  writtenLook,
  type Hand,
  type Look,
  type Scheme,
} from "@/app/_looks/look-store";
import { RadioField } from "@/app/_ui/radio-field";

/** Two questions, each answer shown and kept at once: there is nothing to send. */
export function AppearanceForm(): ReactElement {
  const written = useSyncExternalStore(neverChanges, writtenLook, () => undefined);
  const [news, setNews] = useState("");
  const look = parseLook(written ?? null);

  function change(form: FormData): void {
    const next: Look = {
      scheme: schemes.find((scheme) => scheme === form.get("scheme")) ?? look.scheme,
      hand: hands.find((hand) => hand === form.get("hand")) ?? look.hand,
    };
    setNews(keepLook(next) ? `${schemeWords[next.scheme]}. ${handNews[next.hand]}` : notKept);
  }

  return (
    // The key gives the answers of this phone their marks once they are known, and never again: the focus stays. Before
    // that nothing is marked truly, and no tap may be taken for an answer.
    <form key={String(written === undefined)} onChange={(event) => change(new FormData(event.currentTarget))}>
      <fieldset className="nhsuk-fieldset" disabled={written === undefined}>
        <RadioField
          name="scheme"
          question="Light or dark?"
          choices={schemes.map((value) => ({ value, label: schemeWords[value], hint: schemeHints[value] }))}
          chosen={look.scheme}
        />
        <RadioField
          name="hand"
          question="Which hand holds the phone?"
          hint="Keys, the button that checks and what stays in place move to that side."
          choices={hands.map((value) => ({ value, label: handWords[value] }))}
          chosen={look.hand}
        />
      </fieldset>
      <p role="status">{news}</p>
    </form>
  );
}

const schemeWords: Readonly<Record<Scheme, string>> = {
  system: "As the phone has it",
  light: "Always light",
  dark: "Always dark",
};

const schemeHints: Readonly<Record<Scheme, string | undefined>> = {
  system: undefined,
  light: "For sunlight.",
  dark: "For night shifts. The three answers keep their colours.",
};

const handWords: Readonly<Record<Hand, string>> = { right: "Right hand", left: "Left hand" };
const handNews: Readonly<Record<Hand, string>> = {
  right: "For the right hand. Kept on this phone.",
  left: "For the left hand. Kept on this phone.",
};
const notKept = "Shown so now, but this phone did not keep it: its storage is full or shut.";

function neverChanges(): () => void {
  return () => undefined;
}
