import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";
import type { ReachReason, ReachReasonKind } from "@/server/vocabulary/reach";

export interface ReachWords {
  /** What is so. */
  readonly what: string;
  /** What the person has to do about it. */
  readonly todo: string;
}

const turnOn = "Open “This phone” on the phone and press “Turn alerts on”.";
const test = "Open “This phone” and press “Send me a test”.";

const words = {
  "no-phone": () => ({ what: "No phone is set up.", todo: turnOn }),
  "phone-gone": (day) => ({ what: `The phone stopped taking alerts on ${day}.`, todo: turnOn }),
  "permission-lost": (day) => ({
    what: `Permission to show alerts was taken back on ${day}.`,
    todo: `Allow notifications for Lantern in the settings of the phone. ${turnOn}`,
  }),
  "subscription-lost": (day) => ({
    what: `The phone had lost its alerts when Lantern was opened there on ${day}.`,
    todo: turnOn,
  }),
  "not-shown": (day) => ({ what: `What was sent to the phone on ${day} was not shown.`, todo: test }),
  "never-proven": (day) => ({ what: `Set up on ${day}, but nothing was ever shown there.`, todo: test }),
  "proven-long-ago": (_day, days) => ({ what: `No push has been proven for ${days}.`, todo: test }),
  "not-opened": (_day, days) => ({
    what: `Lantern has not been opened on the phone for ${days}.`,
    todo: "Open Lantern on the phone.",
  }),
  "only-text": () => ({ what: "Only text messages: no phone rings.", todo: turnOn }),
  "only-email": () => ({ what: "Only e-mail: no phone rings.", todo: turnOn }),
  "text-failed": (day) => ({
    what: `The text message of ${day} could not be delivered.`,
    todo: "Open “This phone” and check the mobile number.",
  }),
  "email-failed": (day) => ({
    what: `The e-mail of ${day} could not be delivered.`,
    todo: "Open “This phone” and check the e-mail address.",
  }),
  "no-fallback": () => ({
    what: "No text message and no e-mail, should the phone fail.",
    todo: "Open “This phone” and add a mobile number.",
  }),
} as const satisfies Record<ReachReasonKind, (day: string, days: string) => ReachWords>;

/** A reason in words for whoever has to do something about it; names no address. Pure. */
export function reachInWords({ kind, at }: ReachReason, now: Date): ReachWords {
  const day = at === undefined ? "an unknown day" : formatLondonDate(londonDate(at));
  const days = at === undefined ? 0 : Math.floor((now.getTime() - at.getTime()) / 86_400_000);
  return words[kind](day, days === 1 ? "1 day" : `${String(days)} days`);
}
