import bidiFactory from "bidi-js";

const bidi = bidiFactory();
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether any of this is written from the right. */
export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/**
 * A line cut into runs in the order in which they stand on paper, from the left. A run of a script that is written from
 * the right is one word, since the shaping engine turns letters around but not words (Unicode Bidirectional Algorithm,
 * rule L2). `base` is the direction of the sentence around it; auto takes that of its first letter. Pure.
 */
export function visualRuns(line: string, base: "ltr" | "auto"): readonly string[] {
  if (!isRightToLeft(line)) return [line];

  const { levels } = bidi.getEmbeddingLevels(line, base === "ltr" ? "ltr" : undefined);
  const mirrored = bidi.getMirroredCharactersMap(line, levels);
  const runs = cutIntoRuns(line, levels);
  return inVisualOrder(runs).map(({ start, end }) =>
    Array.from({ length: end - start }, (_, index) => {
      const at = start + index;
      return mirrored.get(at) ?? line.charAt(at);
    }).join(""),
  );
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly level: number;
}

/** Where the direction changes, and at each edge of a word that is written from the right. */
function cutIntoRuns(line: string, levels: Uint8Array): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 1; at <= line.length; at += 1) {
    const level = levels[start] ?? 0;
    const isEdge = level % 2 === 1 && (line.charAt(at) === " ") !== (line.charAt(at - 1) === " ");
    if (at < line.length && levels[at] === level && !isEdge) continue;
    runs.push({ start, end: at, level });
    start = at;
  }
  return runs;
}

/** From the highest level down to the lowest odd one, every stretch of runs at that level or above is turned around. */
function inVisualOrder(runs: readonly Run[]): readonly Run[] {
  let ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) ordered = turnedAt(ordered, level);
  return ordered;
}

function turnedAt(runs: readonly Run[], level: number): Run[] {
  const turned: Run[] = [];
  let stretch: Run[] = [];
  for (const run of runs) {
    if (run.level >= level) {
      stretch.unshift(run);
      continue;
    }
    turned.push(...stretch, run);
    stretch = [];
  }
  return [...turned, ...stretch];
}
