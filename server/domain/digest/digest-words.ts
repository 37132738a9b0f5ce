import { shownFrom } from "@/server/domain/insight/file/file-table";
import type { FiguresRead } from "@/server/domain/insight/read-figures";
import { formatDateTime, formatLondonDate } from "@/server/vocabulary/london-time";
import { measureNames, type Measure } from "@/server/vocabulary/measure";
import { hideSmall } from "@/server/vocabulary/small-numbers";
import { digestPath } from "@/server/vocabulary/weekly-digest";
import { formatCount } from "@/server/vocabulary/format-count";

export interface DigestLetter {
  readonly subject: string;
  readonly text: string;
}

export interface DigestParts {
  /** Whose week it is: the organisation, or the whole service. */
  readonly whose: string;
  /** Where people reach the service. */
  readonly origin: string;
}

/**
 * The week in words: counts and times of the whole organisation and nothing finer, small numbers hidden as in the files.
 * It names nobody and no place, since mail is read by whoever stands behind one. Pure.
 */
export function digestLetter(read: FiguresRead, { whose, origin }: DigestParts): DigestLetter {
  const page = new URL(
    `/insight?${new URLSearchParams({ from: read.from, to: read.to }).toString()}`,
    origin,
  );
  const lines = [
    `Lantern, ${formatLondonDate(read.from)} to ${formatLondonDate(read.to)}`,
    whose,
    "",
    ...figureLines(read).map(([name, value]) => `${name}: ${value}`),
    "",
    "“hidden” stands for numbers under 5, and for others from which they could be worked out.",
    asAt(read),
    "",
    `The same figures with what is behind them: ${page.href}`,
    `To stop this e-mail, sign in and press one button: ${new URL(digestPath, origin).href}`,
    "",
    "This message says nothing about anybody. Please do not answer it.",
    "",
  ];
  return { subject: "Lantern: your week in figures", text: lines.join("\n") };
}

function asAt({ countedAt, isBehind }: FiguresRead): string {
  if (countedAt === undefined) return "Nothing has been counted yet: all figures are nought until it is.";
  const behind = isBehind ? " These figures are behind: what happened since is not in them." : "";
  return `As at ${formatDateTime(countedAt)}.${behind}`;
}

type Line = readonly [name: string, value: string];

function figureLines({ measures, total }: FiguresRead): readonly Line[] {
  const count = (measure: Measure) => total[measure] ?? 0;
  const raised = count("raised");
  const [taken, notTaken, ofRaised] = shownParts([count("taken"), raised - count("taken")]);
  const [unreached] = shownParts([count("unreached"), raised - count("unreached")]);
  return [
    [measureNames.raised, ofRaised ?? ""],
    [measureNames.taken, taken ?? ""],
    ["Not taken", notTaken ?? ""],
    [measureNames.unreached, unreached ?? ""],
    ...(["median-wait", "long-wait"] as const).map((measure): Line => [
      measureNames[measure],
      waitWords(shownFrom(count("taken"), total[measure])),
    ]),
    ...(measures.includes("held")
      ? answerLines(count)
      : [[measureNames.lookups, shownParts([count("lookups")])[0] ?? ""] as const]),
  ];
}

function answerLines(count: (measure: Measure) => number): readonly Line[] {
  const answers = ["could-not-check", "held", "none-held"] as const;
  const shown = shownParts(answers.map(count));
  return [
    [measureNames.lookups, shown.at(-1) ?? ""],
    ...answers.map((answer, place): Line => [measureNames[answer], shown[place] ?? ""]),
  ];
}

/** Parts of one whole and at last the whole, small numbers and those that would betray them hidden. */
function shownParts(parts: readonly number[]): readonly string[] {
  const [row = []] = hideSmall([parts]);
  return row.map((shown) => (shown === null ? "hidden" : formatCount(shown)));
}

/** "2 min 10 s"; a dash where nothing was taken, so that there is no time to speak of. */
function waitWords(seconds: string): string {
  if (seconds === "") return "–";
  if (!/^\d/.test(seconds)) return seconds;
  const whole = Math.round(Number(seconds));
  return whole < 60 ? `${String(whole)} s` : `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}
