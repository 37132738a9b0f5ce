import type { ReactElement } from "react";
import { Icon } from "./icon";

/** A triangle with an exclamation mark: something is held. */
export function WarningIcon(): ReactElement {
  return (
    <Icon>
      <path d="M24 3 47 44H1z" fill="#212b32" />
      <path d="M21.5 17h5l-1 14h-3z" fill="#ffb81c" />
      <circle cx="24" cy="37" r="3" fill="#ffb81c" />
    </Icon>
  );
}

/** A cross in a circle: the check could not be made. */
export function CrossCircleIcon(): ReactElement {
  return (
    <Icon>
      <circle cx="24" cy="24" r="22" fill="#fff" />
      <path d="m15 15 18 18m0-18L15 33" stroke="#b0190d" strokeWidth="6" strokeLinecap="round" />
    </Icon>
  );
}

/** A lens over an empty line: looked, and nothing is there. */
export function LookedIcon(): ReactElement {
  return (
    <Icon>
      <circle cx="20" cy="20" r="14" fill="none" stroke="currentColor" strokeWidth="5" />
      <path d="m31 31 13 13" stroke="currentColor" strokeWidth="6" strokeLinecap="round" />
      <path d="M14 20h12" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
    </Icon>
  );
}

/** A telephone receiver. */
export function PhoneIcon(): ReactElement {
  return (
    <Icon>
      <path fill="currentColor" d="M13 5C7 8 7 18 18 29s22 11 25 5l-8-8-6 3c-4-2-8-6-10-10l3-6z" />
    </Icon>
  );
}

/** A tick in a box: a step that is done. */
export function DoneIcon(): ReactElement {
  return (
    <Icon>
      <rect x="4" y="4" width="40" height="40" rx="8" fill="none" stroke="currentColor" strokeWidth="4" />
      <path d="m13 25 8 8 14-17" fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
    </Icon>
  );
}

/** An exclamation mark in a diamond: something is wrong with what was entered. */
export function ProblemIcon(): ReactElement {
  return (
    <Icon>
      <path d="M24 2 46 24 24 46 2 24z" fill="none" stroke="currentColor" strokeWidth="4" />
      <path d="M24 13v13" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      <circle cx="24" cy="34" r="3" fill="currentColor" />
    </Icon>
  );
}

/** Bars between four corners: a code in a frame. */
export function ScanIcon(): ReactElement {
  return (
    <Icon>
      <path
        d="M4 14V4h10M34 4h10v10M44 34v10H34M14 44H4V34"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M13 13v22M20 13v22M26 13v22M35 13v22" stroke="currentColor" strokeWidth="4" />
    </Icon>
  );
}
