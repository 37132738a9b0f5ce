import type { AnswerKind } from "@/server/vocabulary/answer";
import { attendanceReasonWords } from "@/server/vocabulary/attendance-reason";
import { alertOutcomeWords, departureWords } from "@/server/vocabulary/alert-outcome";
import { describeAction, outcomeWords } from "@/server/vocabulary/audited-action";
import { formatDateTime } from "@/server/vocabulary/london-time";
import type { Act, Deed, Look, LookRecord, Telling, ToldAlert } from "@/server/vocabulary/look-record";
import { channelWords } from "@/server/vocabulary/notice-purpose";
import { roleNames } from "@/server/vocabulary/permission";

/** One line under an entry: a heading of one or two words, and what it says. */
export interface RecordLine {
  readonly heading: string;
  readonly text: string;
}

/** One thing on record, in words for people; the same on the page and on paper. */
export interface RecordEntry {
  readonly kind: "look" | "act";
  readonly at: Date;
  readonly title: string;
  readonly lines: readonly RecordLine[];
}

/**
 * Everything of a record, oldest first. What was told and done about an alert stands under the first look that belongs
 * to it; later looks refer to it.
 */
export function entriesOfRecord({ looks, alerts, acts }: LookRecord): readonly RecordEntry[] {
  const inOrder = looks.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const firstOf = new Map<string, Look>();
  for (const look of inOrder) {
    for (const reference of look.alerts) if (!firstOf.has(reference)) firstOf.set(reference, look);
  }
  const ofLooks = inOrder.map((look) => {
    const [own, earlier] = [true, false].map((isFirst) =>
      alerts.filter(
        ({ reference }) => look.alerts.includes(reference) && (firstOf.get(reference) === look) === isFirst,
      ),
    );
    return lookEntry(look, own ?? [], earlier ?? []);
  });
  return [...ofLooks, ...acts.map(actEntry)].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function lookEntry(look: Look, own: readonly ToldAlert[], earlier: readonly ToldAlert[]): RecordEntry {
  return {
    kind: "look",
    at: look.at,
    title: `${formatDateTime(look.at)}: ${look.who.name} looked the number up`,
    lines: [
      line("Who", whoInWords(look.who)),
      line("Why", whyInWords(look)),
      line("Answered", answerWords[look.answer]),
      ...own.flatMap(linesOfAlert),
      ...earlier.map(({ reference, authority }) =>
        line("Told", `Joined alert ${reference} to ${authority}, which stands under an earlier look.`),
      ),
      ...(own.length + earlier.length === 0 ? [line("Told", nobodyWords(look))] : []),
    ],
  };
}

function actEntry(act: Act): RecordEntry {
  const { at, who, action, outcome, detail } = act;
  const became = Object.entries(outcomeWords).find(([known]) => known === outcome)?.[1] ?? outcome;
  return {
    kind: "act",
    at,
    title: `${formatDateTime(at)}: ${who.name}`,
    lines: [
      line("Who", whoInWords(who)),
      line("What", `${describeAction(action)}. ${became}.`),
      ...(detail === null ? [] : [line("More", detail)]),
    ],
  };
}

function linesOfAlert({ reference, authority, raisedAt, told, done, messages }: ToldAlert): RecordLine[] {
  return [
    line("Told", `Alert ${reference} to the duty team of ${authority}, ${formatDateTime(raisedAt)}.`),
    ...told.map((telling) => line("Told", tellingInWords(telling))),
    ...done.map((deed) => line("Done", deedInWords(deed))),
    ...(messages === 0
      ? []
      : [line("Written", `${countOf(messages, "message")} between the two sides, not repeated here.`)]),
  ];
}

/** Who, in their role, where: "Priya Nair, crew, Ambulance, London Ambulance Service". */
function whoInWords({ name, role, organisation, setting }: Look["who"]): string {
  const known = Object.entries(roleNames)
    .find(([candidate]) => candidate === role)?.[1]
    .toLowerCase();
  return [name, known ?? role, setting, organisation].filter((part) => part !== null).join(", ");
}

function whyInWords({ reason, numberSource, isOnCall, callNumber, mode }: Look): string {
  const why = Object.entries(attendanceReasonWords).find(([known]) => known === reason)?.[1] ?? reason;
  const call = callNumber === null ? "on a call-out without a number" : `on call-out ${callNumber}`;
  const how = mode === "scheduled" ? "Scheduled care, a silent look" : "Unscheduled care";
  return `${how}. Reason: ${why?.toLowerCase() ?? "not said"}. The number was ${sourceInWords(numberSource)}. Asked ${isOnCall ? call : "without a call-out"}.`;
}

function sourceInWords(source: string): string {
  return { searched: "found by a search", system: "given by another system" }[source] ?? source;
}

const answerWords = {
  held: "A plan is held.",
  "none-held": "Checked, and no plan was held.",
  "could-not-check": "It could not be checked.",
} as const satisfies Record<AnswerKind, string>;

function nobodyWords({ answer, mode }: Look): string {
  if (mode === "scheduled") return "Nobody: a silent look is recorded and tells nobody.";
  return answer === "held"
    ? "No alert of it is in this record."
    : "Nobody: only an answer of held tells an authority.";
}

/** "Amira Hassan by text message, 23 November 2026, 21:14: shown 23 November 2026, 21:14." */
export function tellingInWords(telling: Telling): string {
  const { name, channel, purpose, at, acceptedAt, shownAt, openedAt, failedAt, expiredAt } = telling;
  const milestones = [
    ["shown", shownAt],
    ["opened", openedAt],
    ["failed", failedAt],
    ["never shown, its time was over", expiredAt],
  ] as const;
  const reached = milestones.flatMap(([word, when]) =>
    when === null ? [] : [`${word} ${formatDateTime(when)}`],
  );
  const otherwise = acceptedAt === null ? "not yet sent" : "sent, nothing known of it since";
  const about = purpose === "alert" ? "" : ` (${purpose})`;
  return `${name} by ${channelWords[channel]}${about}, ${formatDateTime(at)}: ${reached.join(", ") || otherwise}.`;
}

/** What was done, in one sentence. A kind that this version does not know is named rather than left out. */
export function deedInWords({ at, kind, name, otherName, outcome, hasWords }: Deed): string {
  const who = name ?? "the service";
  const to = otherName ?? "a colleague";
  const said = deeds[kind]?.({ who, to, outcome: outcomeInWords(outcome) }) ?? `On record: “${kind}”, ${who}`;
  return `${formatDateTime(at)}: ${said}.${hasWords ? " With words, which are not repeated here." : ""}`;
}

interface Said {
  readonly who: string;
  readonly to: string;
  readonly outcome: string;
}

const deeds: Readonly<Record<string, (said: Said) => string>> = {
  worried: ({ who }) => `${who} was worried: nobody waits for the office`,
  deferred: () => "Rests until the office opens",
  notified: ({ who }) => `${who} was to be told`,
  "nobody-on-call": () => "Nobody was on call on this step",
  "nobody-reachable": () => "Nobody on this step could be told",
  "notice-failed": () => "A notice failed",
  "not-shown": () => "A notice was not shown in time",
  shown: ({ who }) => `Shown on a device of ${who}`,
  opened: ({ who }) => `Opened by ${who}`,
  declined: ({ who }) => `${who} could not take it`,
  escalated: () => "Passed to the next step of the ladder",
  unreached: () => "The end of the ladder was reached and nobody had taken it",
  alarmed: ({ who }) => `${who} was alarmed, a manager`,
  "nobody-alarmed": () => "No manager could be alarmed",
  acknowledged: ({ who }) => `Taken by ${who}`,
  offered: ({ who, to }) => `${who} offered it to ${to}`,
  accepted: ({ who }) => `${who} took it over`,
  promised: ({ who }) => `${who} promised to ring back`,
  closed: ({ who, outcome }) => `Closed by ${who}: ${outcome}`,
  reopened: ({ who }) => `Opened again by ${who}`,
  unidentified: ({ who }) => `${who} said that a child could not be identified`,
  "child-seen": ({ who }) => `${who} saw the child`,
  "not-there": ({ who }) => `${who} said that the child was not there`,
  "wrong-child": ({ who }) => `${who} took it back: a mistake, or about another child`,
  born: ({ who }) => `${who} said that the baby is born`,
  reviewed: ({ who }) => `Senior review, put on record by ${who}`,
  departed: ({ who, outcome }) => `${outcome}, said ${who}`,
  summary: ({ who }) => `Summary by ${who}`,
  referred: ({ who }) => `Referred by ${who}`,
  decided: ({ who }) => `Referral decided by ${who}`,
};

function outcomeInWords(outcome: string | null): string {
  const known = Object.entries({ ...alertOutcomeWords, ...departureWords }).find(
    ([candidate]) => candidate === outcome,
  );
  return known?.[1] ?? outcome ?? "no outcome on record";
}

/** "1 look", "3 looks". */
export function countOf(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? "" : "s"}`;
}

function line(heading: string, text: string): RecordLine {
  return { heading, text };
}
