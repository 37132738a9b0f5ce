/** The width of a text in points, in the letters in which it will be written. */
export type Measure = (text: string) => number;

/**
 * Breaks a text into lines that are not wider than `width`, between words where that is possible and inside a word that
 * is wider than a line. Line breaks stay; every line but the last of a paragraph keeps the space after its last word, so
 * that words which are read out are not run together. Pure.
 */
export function breakLines(text: string, width: number, measure: Measure): readonly string[] {
  return text.split("\n").flatMap((paragraph) => paragraphLines(paragraph, width, measure));
}

function paragraphLines(paragraph: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of wordsOf(paragraph, width, measure)) {
    const needed = measure(word.trimEnd());
    if (line !== "" && used + needed > width) {
      lines.push(line);
      [line, used] = ["", 0];
    }
    line += word;
    used += measure(word);
  }
  return [...lines, line];
}

/** Each with the space after it. */
function wordsOf(paragraph: string, width: number, measure: Measure): readonly string[] {
  const words = paragraph.split(/(?<= )(?=[^ ])/);
  return words.flatMap((word) => (measure(word.trimEnd()) > width ? piecesOf(word, width, measure) : [word]));
}

const graphemes = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

function piecesOf(word: string, width: number, measure: Measure): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== "" && measure(piece + segment) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}
