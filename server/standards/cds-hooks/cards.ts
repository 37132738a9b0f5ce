import { asMarkdown } from "@/server/standards/cds-hooks/as-markdown";
import { planKindWords } from "@/server/vocabulary/plan-kind";
import type { RegisterEntry, ResultCard } from "@/server/vocabulary/result-card";

interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** A card as CDS Hooks 2.0 wants it. */
export interface HookCard {
  readonly uuid?: string;
  /** Fewer than 140 characters. */
  readonly summary: string;
  readonly indicator: "info" | "warning" | "critical";
  readonly source: { readonly label: string; readonly url: string };
  readonly detail: string;
  readonly links: readonly { readonly label: string; readonly url: string; readonly type: "absolute" }[];
  readonly overrideReasons?: readonly Coding[];
}

const reasons = [
  { code: "contacted", display: "The duty team has been contacted" },
  { code: "known-already", display: "I knew this already" },
] as const;

/** The reasons for putting a card away that it offers, by their codes. */
export const reasonCodes: readonly string[] = reasons.map(({ code }) => code);

export function reasonSystemOf(origin: string): string {
  return `${origin}/api/cds-services/override-reasons`;
}

/** What the person sees in their own system: a card where a plan is held, and none where none is. Pure. */
export function cardsFor(card: ResultCard, origin: string): readonly HookCard[] {
  if (card.answer === "none-held") return [];
  return [
    {
      uuid: card.lookupId,
      summary: summaryOf(card.entries),
      indicator: "warning",
      source: sourceOf(origin),
      detail: [...card.entries.map(entryText), toldText[card.mode]].join("\n\n"),
      links: [
        { label: "Open in Lantern", url: `${origin}/check/${card.lookupId}`, type: "absolute" },
        dutyNumbers(origin),
      ],
      overrideReasons: reasons.map((reason) => ({ system: reasonSystemOf(origin), ...reason })),
    },
  ];
}

/** No answer is not *none held*, and has to be seen. Pure. */
export function couldNotCheckCard(words: string, origin: string): HookCard {
  return {
    summary: "Could not check whether this patient is known to children's social care.",
    indicator: "warning",
    source: sourceOf(origin),
    detail: `${asMarkdown(words)}\n\nThis does not mean that nothing is known. Ask in Lantern, or ring the duty team.`,
    links: [{ label: "Ask in Lantern", url: `${origin}/check`, type: "absolute" }, dutyNumbers(origin)],
  };
}

function sourceOf(origin: string) {
  return { label: "Lantern (CP-IS)", url: origin };
}

function dutyNumbers(origin: string) {
  return { label: "Numbers of duty teams", url: `${origin}/directory`, type: "absolute" } as const;
}

const mostOfSummary = 139;

function summaryOf(entries: readonly RegisterEntry[]): string {
  const [only, ...others] = entries;
  const known = "Known to children's social care";
  const whole =
    only !== undefined && others.length === 0
      ? `${known}: ${only.authorityName}. Ring ${only.numbers.first.number} now.`
      : `${known}: ${entries.map(({ authorityName }) => authorityName).join(", ")}. Numbers below.`;
  return whole.length <= mostOfSummary ? whole : `${known}. Whom to ring is below.`;
}

function entryText({ authorityName, familyName, givenNames, dateOfBirth, ...entry }: RegisterEntry): string {
  const { first, other } = entry.numbers;
  return [
    `**${asMarkdown(authorityName)}** holds this for ${asMarkdown(`${givenNames} ${familyName}`)}, born ${dateOfBirth}:`,
    ...entry.plans.map((plan) => `- ${planText(plan)}`),
    "",
    `**Ring now: ${asMarkdown(first.number)}** (${asMarkdown(first.label)}). If nobody answers: ${asMarkdown(other.number)} (${asMarkdown(other.label)}).`,
    ...(entry.isNumberReplaced ? ["", "The NHS number has been replaced: check who this is."] : []),
  ].join("\n");
}

function planText({ kind, startOn, endOn, dueOn }: RegisterEntry["plans"][number]): string {
  const { title, meaning } = planKindWords[kind];
  return [
    `${title}, from ${startOn}${endOn === null ? "" : ` until ${endOn} (ended)`}.`,
    meaning,
    ...(dueOn === null ? [] : [`Due on ${dueOn}.`]),
  ].join(" ");
}

const toldText = {
  unscheduled: "The authority has been told that this patient is with you.",
  scheduled: "This look is on record. The authority has not been told.",
} as const;
