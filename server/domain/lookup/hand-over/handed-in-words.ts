import { formatTime } from "@/server/vocabulary/london-time";

/** One notice of a card to one phone, as far as it came. */
export interface CardNotice {
  readonly acceptedAt: Date | null;
  readonly shownAt: Date | null;
  readonly failedAt: Date | null;
  readonly expiredAt: Date | null;
}

export interface Addressee {
  readonly name: string;
  /** How many phones of theirs could be told when it was handed over. */
  readonly phones: number;
  readonly openedAt: Date | null;
  readonly notices: readonly CardNotice[];
}

export interface Handing {
  /** Null where it was handed to one person. */
  readonly callSign: string | null;
  readonly handedAt: Date;
  readonly endsAt: Date;
  readonly withdrawnAt: Date | null;
  readonly people: readonly Addressee[];
}

export type Tone = "waiting" | "done" | "problem";
export interface ToneLine {
  readonly tone: Tone;
  readonly line: string;
}

/** What became of a card as a whole, in one line, and what to do if nobody can be told. Pure. */
export function handingLine(handing: Handing, now: Date): ToneLine {
  const { people, withdrawnAt, endsAt } = handing;
  const opened = people.filter(({ openedAt }) => openedAt !== null).length;
  const handed = `Handed to ${receiverOf(handing)} at ${formatTime(handing.handedAt)}.`;
  if (withdrawnAt !== null) {
    const before = opened === 0 ? "Nobody had opened it." : `${String(opened)} had opened it.`;
    return { tone: "done", line: `${handed} Taken back at ${formatTime(withdrawnAt)}. ${before}` };
  }
  if (opened > 0) return { tone: "done", line: `${handed} ${openedLine(people)}` };
  if (endsAt <= now)
    return { tone: "problem", line: `${handed} Nobody opened it, and it is no longer waiting.` };
  if (people.every(isOutOfReach))
    return {
      tone: "problem",
      line: `${handed} No phone of theirs can be told. Ring or radio them: the card waits in Lantern, under Check.`,
    };
  return { tone: "waiting", line: `${handed} Nobody has opened it yet.` };
}

/** How far it came with one person. Pure. */
export function addresseeLine(person: Addressee, { withdrawnAt }: Pick<Handing, "withdrawnAt">): string {
  const { name, openedAt, phones, notices } = person;
  if (openedAt !== null) return `${name}: opened it at ${formatTime(openedAt)}.`;
  if (withdrawnAt !== null) return `${name}: had not opened it.`;
  const shownAt = earliest(notices.map((notice) => notice.shownAt));
  if (shownAt) return `${name}: shown on their phone at ${formatTime(shownAt)}, not opened yet.`;
  if (phones === 0) return `${name}: has no phone that can be told. Ring or radio them.`;
  if (isOutOfReach(person)) return `${name}: their phone could not be told. Ring or radio them.`;
  const acceptedAt = earliest(notices.map((notice) => notice.acceptedAt));
  return acceptedAt
    ? `${name}: sent to their phone at ${formatTime(acceptedAt)}, not shown yet.`
    : `${name}: being told.`;
}

function receiverOf({ callSign, people }: Handing): string {
  if (callSign === null) return people[0]?.name ?? "a colleague";
  return `${callSign} (${people.length === 1 ? "1 person" : `${String(people.length)} people`})`;
}

function openedLine(people: readonly Addressee[]): string {
  const opened = people.filter(({ openedAt }) => openedAt !== null);
  const [only] = opened;
  if (opened.length < people.length) return `Opened by ${String(opened.length)} of ${String(people.length)}.`;
  return people.length === 1 && only?.openedAt
    ? `Opened at ${formatTime(only.openedAt)}.`
    : "Opened by all of them.";
}

/** Nothing that tells them is left under way, and nothing was shown. */
function isOutOfReach({ phones, notices }: Addressee): boolean {
  if (notices.some(({ shownAt }) => shownAt !== null)) return false;
  if (phones === 0) return true;
  return (
    notices.length > 0 && notices.every(({ failedAt, expiredAt }) => failedAt !== null || expiredAt !== null)
  );
}

function earliest(instants: readonly (Date | null)[]): Date | undefined {
  return instants.filter((at) => at !== null).toSorted((one, other) => one.getTime() - other.getTime())[0];
}
