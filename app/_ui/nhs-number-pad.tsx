"use client";

import {
  useLayoutEffect,
  useRef,
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
} from "react";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { slipInWords } from "@/server/vocabulary/number-slip";
import { DoneIcon, ProblemIcon } from "./icons";
import { caretAfterDigits, countDigits, tidyNhsNumber } from "./nhs-number-text";
import { NumberPadKeys, type PadKey } from "./number-pad-keys";

interface NhsNumberPadProps {
  readonly text: string;
  /** What the field holds now, grouped; by what it came. */
  readonly onText: (text: string, by: "keys" | "paste") => void;
  /** Text that is more than a number, from the clipboard or a scanner that types: gives true where it was of use. */
  readonly onLongText: (text: string) => boolean;
  /** The keys on the page are put away where the number came by itself. */
  readonly hasKeys: boolean;
}

const name = "nhsNumber";

/**
 * Where an NHS number is typed: digits grouped 3-3-4 as they come, spaces and dashes accepted on paste, big keys on the
 * page, and a line that always says how many digits there are, what is wrong and where the slip may be. Posts
 * `nhsNumber` in the surrounding form. It never drops what was typed: a digit too many is shown and said.
 */
export function NhsNumberPad({ text, onText, onLongText, hasKeys }: NhsNumberPadProps): ReactElement {
  const caret = useRef<{ readonly input: HTMLInputElement; readonly digits: number }>(null);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    const place = caretAfterDigits(text, caret.current.digits);
    caret.current.input.setSelectionRange(place, place);
    caret.current = null;
  }, [text]);

  function type(event: ChangeEvent<HTMLInputElement>): void {
    const input = event.currentTarget;
    const isRegrouped = tidyNhsNumber(input.value) !== input.value;
    const digits = countDigits(input.value.slice(0, input.selectionStart ?? undefined));
    // Only when the groups shift: otherwise the browser's own caret is right.
    caret.current = isRegrouped ? { input, digits } : null;
    const isPasted = "inputType" in event.nativeEvent && event.nativeEvent.inputType === "insertFromPaste";
    onText(tidyNhsNumber(input.value), isPasted ? "paste" : "keys");
  }

  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    if (onLongText(event.clipboardData.getData("text"))) event.preventDefault();
  }

  /** A scanner that is paired like a keyboard types the whole code and then Enter. */
  function enter(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === "Enter" && onLongText(event.currentTarget.value)) event.preventDefault();
  }

  return (
    <div className="number-pad">
      <label className="nhsuk-label nhsuk-label--m" htmlFor={name}>
        NHS number
      </label>
      <input
        className="number-pad__input"
        id={name}
        name={name}
        value={text}
        onChange={type}
        onPaste={paste}
        onKeyDown={enter}
        inputMode="numeric"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        placeholder="000 000 0000"
        aria-describedby={`${name}-says`}
        aria-invalid={saysOf(text).tone === "problem" || undefined}
      />
      <PadSays id={`${name}-says`} {...saysOf(text)} />
      {hasKeys && (
        <NumberPadKeys
          onPress={(key) => {
            onText(tidyNhsNumber(press(text, key)), "keys");
          }}
        />
      )}
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
  if (read.problem === "check-digit") {
    return {
      tone: "problem",
      words: `This number fails its check. ${slipInWords(text.replaceAll(" ", ""))}`,
    };
  }
  const isUnfinished = read.problem === "too-short";
  return { tone: isUnfinished ? "plain" : "problem", words: read.message };
}

function press(text: string, key: PadKey): string {
  if (key === "clear") return "";
  if (key === "delete") return text.trimEnd().slice(0, -1);
  return text + key;
}
