import { isKeptPart, onPaper, paperColours } from "./paper";
import { layOutSheet, markSize, type Sheet, type SheetWords } from "./sheet";
import { drawingIn } from "./until-drawn-anew";

const svgNamespace = "http://www.w3.org/2000/svg";

export interface DrawnSheet {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The chart as a drawing that needs nothing besides itself; undefined where it is not drawn yet. */
export function drawSheet(figure: Element, words: SheetWords): DrawnSheet | undefined {
  const drawn = drawingIn(figure);
  const { width = 0, top = 0, bottom = 0 } = drawn?.getBoundingClientRect() ?? {};
  if (drawn === null || width === 0) return undefined;

  // What the page writes over the bottom of the drawing, the sheet writes beneath it.
  const legendTop = figure.querySelector(".recharts-legend-wrapper")?.getBoundingClientRect().top ?? bottom;
  const sheet = layOutSheet(words, { width, height: Math.min(bottom, legendTop) - top });
  const root = element("svg", {
    width: sheet.width,
    height: sheet.height,
    viewBox: `0 0 ${String(sheet.width)} ${String(sheet.height)}`,
    role: "img",
    "font-family": "Arial, Helvetica, sans-serif",
    fill: "#212b32",
  });
  root.append(
    withText(element("title", {}), words.title),
    element("rect", { width: "100%", height: "100%", fill: "#ffffff" }),
    ...textsOf(sheet),
    ...marksOf(sheet),
    chartOf(drawn, sheet),
  );
  return { svg: new XMLSerializer().serializeToString(root), width: sheet.width, height: sheet.height };
}

function textsOf({ texts }: Sheet): Element[] {
  return texts.map(({ text, x, y, size, isBold }) =>
    withText(element("text", { x, y, "font-size": size, ...(isBold && { "font-weight": 700 }) }), text),
  );
}

function marksOf({ marks }: Sheet): Element[] {
  return marks.map(({ look, x, y }) =>
    element("rect", {
      x,
      y,
      width: markSize,
      height: markSize,
      fill: look === "trouble" ? "url(#chart-trouble)" : (paperColours[`--chart-${look}`] ?? "#212b32"),
    }),
  );
}

function chartOf(drawn: Element, { chart }: Sheet): Element {
  const group = element("g", { transform: `translate(${String(chart.x)} ${String(chart.y)})` });
  group.append(...keptChildren(drawn));
  return group;
}

/** A copy that is built anew from what a drawing may consist of: no script, no link and no style comes along. */
function keptChildren(parent: Element): (Element | string)[] {
  return [...parent.childNodes].flatMap((node): (Element | string)[] => {
    if (node instanceof Text)
      return parent.localName === "text" || parent.localName === "tspan" ? [node.data] : [];
    if (!(node instanceof SVGElement) || !isKeptPart(node.localName, node.getAttribute("class") ?? ""))
      return [];
    const copy = element(node.localName, {});
    for (const { name, value } of node.attributes) {
      const kept = onPaper(name, value);
      if (kept !== undefined) copy.setAttribute(name, kept);
    }
    copy.append(...keptChildren(node));
    return [copy];
  });
}

function element(name: string, values: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, String(value));
  return made;
}

function withText(made: Element, text: string): Element {
  made.append(text);
  return made;
}
