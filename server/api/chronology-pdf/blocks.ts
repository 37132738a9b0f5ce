import type { Chronology, ChronologyPlan, Entry, Step } from "@/server/domain/chronology/chronology";
import { formatDateTime, formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { planKindWords } from "@/server/vocabulary/plan-kind";

/** A heading or a paragraph, in the order in which it is read. */
export interface Block {
  readonly style: "title" | "section" | "entry" | "body" | "strong" | "quote";
  readonly text: string;
  readonly isStruck?: boolean;
  /** With a drawing of a plus before it; the words say the same. */
  readonly isPositive?: boolean;
}

/** The one line that says what this paper is, who took it out and when. */
export function imprintOf({ readAt, readBy }: Pick<Chronology, "readAt" | "readBy">): string {
  return `Printed ${formatDateTime(readAt)} by ${readBy}, official-sensitive`;
}

/** Whose chronology this is, for which days, and how many entries there are, so that a missing page is noticed. */
export function headBlocks(chronology: Chronology): readonly Block[] {
  const { child, reference, entries } = chronology;
  const localIds = [...new Set(child.plans.map(({ localId }) => localId))];
  return [
    body(`${child.authorityName}. Chronology ${reference}. ${imprintOf(chronology)}.`),
    { style: "title", text: `Chronology of ${child.givenNames} ${child.familyName}` },
    { style: "section", text: "The child" },
    body(`Born ${formatLondonDate(child.dateOfBirth)}`),
    body(`NHS number ${formatNhsNumber(child.nhsNumber)}${replacement(child.supersededBy)}`),
    ...(localIds.length > 0 ? [body(`Your reference ${localIds.join(", ")}`)] : []),
    ...child.plans.map(planBlock),
    { style: "section", text: "Seen in unscheduled care" },
    body(
      `${daysInWords(chronology)}. Entries: ${String(entries.length)}. What came of each is told even where it came later.`,
    ),
    ...(entries.length === 0
      ? [body("Nothing is on record in these days. This says nothing about other days.")]
      : []),
  ];
}

/** One entry; what was taken back is kept, struck through, and said to be so in words. */
export function entryBlocks(entry: Entry): readonly Block[] {
  const { number, at, place, isRetracted, retraction, isPositive, caution, reference } = entry;
  const positive: Block = {
    style: "strong",
    text: "Positive evidence. Help was sought promptly.",
    isPositive: true,
  };
  return [
    {
      style: "entry",
      text: `Entry ${String(number)}. ${formatDateTime(at)}: ${place}`,
      isStruck: isRetracted,
    },
    ...(isRetracted ? [strong(`Retracted: ${retraction}. Kept on record, struck through.`)] : []),
    ...(isPositive ? [positive] : []),
    body(`${caution}${reference === null ? "" : ` Alert ${reference}.`}`),
    ...entry.steps.flatMap(stepBlocks),
    strong(entry.conclusion),
  ];
}

/** Says that nothing comes after it. */
export function endBlocks({ reference, entries }: Chronology): readonly Block[] {
  return [strong(`End of chronology ${reference}. Entries: ${String(entries.length)}.`)];
}

function stepBlocks({ at, text, quote, mark }: Step): readonly Block[] {
  const isStruck = mark === "retracted";
  const prefix = { none: "", positive: "Positive evidence: ", retracted: "Retracted: " }[mark];
  const said: Block = {
    style: "body",
    text: `${formatDateTime(at)}. ${prefix}${text}`,
    isStruck,
    isPositive: mark === "positive",
  };
  return [
    said,
    ...paragraphsOf(quote ?? "").map((paragraph) => ({ style: "quote", text: paragraph, isStruck }) as const),
  ];
}

/** A block each, so that what is read out pauses where the writer did. */
function paragraphsOf(quote: string): readonly string[] {
  return quote.split(/[\r\n\u2028\u2029]+/).filter((paragraph) => paragraph.trim() !== "");
}

function planBlock({ kind, startOn, endOn, dueOn }: ChronologyPlan): Block {
  const since = formatLondonDate(startOn);
  const when = endOn === null ? `since ${since}` : `from ${since} to ${formatLondonDate(endOn)}, ended`;
  const due = dueOn === null ? "" : `. The child is due on ${formatLondonDate(dueOn)}`;
  return body(`${planKindWords[kind].title}, ${when}${due}`);
}

function replacement(supersededBy: string | null): string {
  return supersededBy === null ? "" : `, replaced by ${formatNhsNumber(supersededBy)}`;
}

function daysInWords({ from, to }: Chronology): string {
  const last = formatLondonDate(to);
  return from === null ? `Everything up to ${last}` : `From ${formatLondonDate(from)} to ${last}`;
}

function body(text: string): Block {
  return { style: "body", text };
}

function strong(text: string): Block {
  return { style: "strong", text };
}
