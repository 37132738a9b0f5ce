/** The colours of the light look, in which every chart is saved: paper is white at night too. */
export const paperColours: Readonly<Record<string, string>> = {
  "--surface": "#fff",
  "--text": "#212b32",
  "--border": "#d8dde0",
  "--border-strong": "#768692",
  "--chart-quiet": "#8a99a5",
  "--chart-strong": "#005eb8",
  "--chart-trouble": "#b0190d",
};

/** What a saved drawing consists of; anything else of the page is left out. */
const parts: ReadonlySet<string> = new Set(
  "g path rect line circle polyline polygon text tspan defs pattern clipPath".split(" "),
);

const attributes: ReadonlySet<string> = new Set(
  (
    "id d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points transform fill fill-opacity stroke stroke-width " +
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-opacity paint-order opacity font-size font-weight " +
    "text-anchor clip-path clipPathUnits patternUnits patternTransform"
  ).split(" "),
);

/** Whether a part of the page's drawing belongs into the file. Pure. */
export function isKeptPart(name: string, className: string): boolean {
  // What follows the pointer is no part of the chart.
  return parts.has(name) && !/recharts-(?:tooltip-cursor|active-dot|brush)/.test(className);
}

/** An attribute as it stands in the file, colours as on paper; undefined for one that is left out. Pure. */
export function onPaper(name: string, value: string): string | undefined {
  if (!attributes.has(name)) return undefined;
  const plain = value.replaceAll(
    /var\((--[\w-]+)\)/g,
    (_, colour: string) => paperColours[colour] ?? "#212b32",
  );
  // It may point at its own parts, and at nothing else.
  return plain.includes("url(") && !/^url\(["']?#[\w:-]+["']?\)$/.test(plain) ? undefined : plain;
}
