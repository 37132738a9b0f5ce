import type { ChartsAboutWords } from "./charts-about";

/** How a series is filled: as in the drawn chart. */
type SheetLook = "quiet" | "strong" | "trouble";

export interface SheetWords {
  readonly title: string;
  readonly about: ChartsAboutWords;
  readonly series: readonly { readonly name: string; readonly look: SheetLook }[];
  /** Not all that stands on the page is drawn. */
  readonly isWithoutSmall?: boolean;
}

interface SheetText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
}

interface SheetMark {
  readonly look: SheetLook;
  readonly x: number;
  readonly y: number;
}

/** Where everything stands on a saved chart. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly chart: { readonly x: number; readonly y: number };
  readonly texts: readonly SheetText[];
  readonly marks: readonly SheetMark[];
}

const smallWords =
  "Numbers under 5, others from which they could be worked out, and times of fewer than 5 alerts are not drawn.";
const edge = 16;
/** Letters of Arial are half as wide as they are high, some more, some less. */
const letterWidth = 0.56;
export const markSize = 14;

/** Lays out a chart of this size with its title and period above, and what it is of below. Pure. */
export function layOutSheet(words: SheetWords, chart: { width: number; height: number }): Sheet {
  const { title, about, series, isWithoutSmall = false } = words;
  const width = Math.max(Math.ceil(chart.width), 320) + 2 * edge;
  const texts: SheetText[] = [];
  let y = edge;

  function write(text: string, size: number, isBold = false): void {
    for (const line of wrapped(text, (width - 2 * edge) / (size * letterWidth * (isBold ? 1.08 : 1)))) {
      y += size;
      texts.push({ text: line, x: edge, y, size, isBold });
      y += Math.round(size * 0.4);
    }
  }

  write(title, 20, true);
  write(about.period, 15);
  y += 8;
  const place = { x: edge, y };
  y += Math.ceil(chart.height) + 12;
  const marks = series.map(({ name, look }) => {
    y += markSize;
    texts.push({ text: name, x: edge + markSize + 8, y, size: 14, isBold: false });
    const mark = { look, x: edge, y: y - markSize + 2 };
    y += 8;
    return mark;
  });
  y += 4;
  if (isWithoutSmall) write(smallWords, 13, true);
  write(about.asAt, 13);
  write(`Source: Lantern, ${about.page}, ${about.whose}.`, 13);
  return { width, height: y + edge, chart: place, texts, marks };
}

/** The text in lines of at most so many letters; a single longer word keeps its line. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters)
      lines.push(`${String(lines.pop())} ${word}`);
    else lines.push(word);
  }
  return lines;
}

/** The name of the file: says which chart it is, and nothing else. Pure. */
export function sheetFileName(title: string, ending: "svg" | "png"): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `lantern-${words.join("-").slice(0, 80)}.${ending}`;
}
