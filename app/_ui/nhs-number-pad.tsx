"use client";

import { useLayoutEffect, useRef, useState, type ChangeEvent, type ReactElement } from "react";
import { parseNhsNumber, type ParsedNhsNumber } from "@/server/vocabulary/nhs-number";
import { classNames } from "./class-names";
import { FieldError } from "./field-error";
import { DoneIcon, ProblemIcon } from "./icons";
import { caretAfterDigits, countDigits, tidyNhsNumber } from "./nhs-number-text";
import { NumberPadKeys, type PadKey } from "./number-pad-keys";

interface NhsNumberPadProps {
  /** Id of the field and name of the form value. */
  readonly name?: string;
  readonly label?: string;
  /** What the server found wrong, until the digits change. */
  readonly error?: string | undefined;
  readonly onRead?: (read: ParsedNhsNumber) => void;
}

/**
 * Where an NHS number is typed: digits grouped 3-3-4 as they come, spaces and dashes accepted on paste, big
 * keys on the page, and a line that always says how many digits there are and what is wrong. Posts `name` in
 * the surrounding form. It never drops what was typed: a digit too many is shown and said.
 */
export function NhsNumberPad(props: NhsNumberPadProps): ReactElement {
  const { name = "nhsNumber", label = "NHS number", error, onRead } = props;
  const [text, setText] = useState("");
  const [complaint, setComplaint] = useState(error);
  const caret = useRef<{ readonly input: HTMLInputElement; readonly digits: number }>(null);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    const place = caretAfterDigits(text, caret.current.digits);
    caret.current.input.setSelectionRange(place, place);
    caret.current = null;
  }, [text]);

  function accept(next: string): void {
    const tidy = tidyNhsNumber(next);
    setText(tidy);
    setComplaint(undefined);
    onRead?.(parseNhsNumber(tidy));
  }

  function type(event: ChangeEvent<HTMLInputElement>): void {
    const input = event.currentTarget;
    const isRegrouped = tidyNhsNumber(input.value) !== input.value;
    const digits = countDigits(input.value.slice(0, input.selectionStart ?? undefined));
    // Only when the groups shift: otherwise the browser's own caret is right.
    caret.current = isRegrouped ? { input, digits } : null;
    accept(input.value);
  }

  return (
    <div className="number-pad">
      <label className="nhsuk-label nhsuk-label--m" htmlFor={name}>
        {label}
      </label>
      {complaint !== undefined && <FieldError id={`${name}-error`}>{complaint}</FieldError>}
      <input
        className="number-pad__input"
        id={name}
        name={name}
        value={text}
        onChange={type}
        inputMode="numeric"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        placeholder="000 000 0000"
        aria-describedby={classNames(complaint !== undefined && `${name}-error`, `${name}-says`)}
        aria-invalid={complaint !== undefined || saysOf(text).tone === "problem" || undefined}
      />
      <PadSays id={`${name}-says`} {...saysOf(text)} />
      <NumberPadKeys
        onPress={(key) => {
          accept(press(text, key));
        }}
      />
    </div>
  );
}

interface Says {
  readonly tone: "plain" | "problem" | "good";
  readonly words: string;
}

function PadSays({ id, tone, words }: Says & { readonly id: string }): ReactElement {
  return (
    <p id={id} className={`number-pad__says number-pad__says--${tone}`} role="status">
      {tone === "problem" && <ProblemIcon />}
      {tone === "good" && <DoneIcon />}
      <span>{words}</span>
    </p>
  );
}

/** What the line under the digits says: progress while typing, the verdict at the tenth digit. */
function saysOf(text: string): Says {
  const read = parseNhsNumber(text);
  if (read.ok) return { tone: "good", words: "10 digits, and the number passes its check" };
  if (read.problem === "empty") return { tone: "plain", words: "10 digits needed" };
  const isUnfinished = read.problem === "too-short";
  return { tone: isUnfinished ? "plain" : "problem", words: read.message };
}

function press(text: string, key: PadKey): string {
  if (key === "clear") return "";
  if (key === "delete") return text.trimEnd().slice(0, -1);
  return text + key;
}
