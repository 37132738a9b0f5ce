import type { Block } from "@/server/api/chronology-pdf/blocks";
import { breakLines } from "@/server/api/chronology-pdf/break-lines";
import { printable } from "@/server/api/chronology-pdf/printable";

/** How a block looks, in points, and what it is called in the structure of the file. */
export interface Style {
  readonly tag: "H1" | "H2" | "H3" | "P" | "BlockQuote";
  readonly font: "regular" | "bold";
  readonly size: number;
  readonly indent: number;
  readonly above: number;
}

const styles: Readonly<Record<Block["style"], Style>> = {
  title: { tag: "H1", font: "bold", size: 18, indent: 0, above: 10 },
  section: { tag: "H2", font: "bold", size: 13, indent: 0, above: 12 },
  entry: { tag: "H3", font: "bold", size: 11, indent: 0, above: 16 },
  body: { tag: "P", font: "regular", size: 9.5, indent: 0, above: 4 },
  strong: { tag: "P", font: "bold", size: 9.5, indent: 0, above: 5 },
  quote: { tag: "BlockQuote", font: "regular", size: 9.5, indent: 14, above: 2 },
};

const lineSpacing = 1.35;
const iconWidth = 15;

/** A block that is broken into lines, and how high it is. */
export interface LaidBlock extends Pick<Block, "isStruck" | "isPositive"> {
  readonly style: Style;
  readonly lines: readonly string[];
  /** Where its lines begin, from the left margin. */
  readonly indent: number;
  readonly lineHeight: number;
  readonly height: number;
  /** The direction of the sentence: ours run from the left, what somebody wrote as its first letter does. */
  readonly base: "ltr" | "auto";
}

export interface Sheet {
  /** Between the margins. */
  readonly width: number;
  /** The width of a text in this font and size. */
  readonly measure: (text: string, style: Style) => number;
  readonly isKnown: (codePoint: number) => boolean;
}

/** Breaks a block into lines for this sheet. */
export function layBlock(block: Block, { width, measure, isKnown }: Sheet): LaidBlock {
  const style = styles[block.style];
  const indent = style.indent + (block.isPositive === true ? iconWidth : 0);
  const text = printable(block.text, isKnown);
  const lines = breakLines(text, width - indent, (part) => measure(part, style));
  const lineHeight = style.size * lineSpacing;
  return {
    style,
    lines,
    indent,
    lineHeight,
    height: style.above + lines.length * lineHeight,
    base: block.style === "quote" ? "auto" : "ltr",
    isStruck: block.isStruck ?? false,
    isPositive: block.isPositive ?? false,
  };
}
