"use client";

import { useRef, useState, type ReactElement } from "react";
import { flushSync } from "react-dom";
import { useChartsAbout, type ChartsAboutWords } from "./charts-about";
import type { ChartFileKind } from "./save-chart-file";
import type { SheetWords } from "./sheet";
import { drawingIn, untilDrawnAnew } from "./until-drawn-anew";
import { Button } from "@/app/_ui/button";

const kinds = [
  ["png", "PNG"],
  ["svg", "SVG"],
] as const;

interface SaveChartProps extends Pick<SheetWords, "title" | "series"> {
  /** Small numbers that are drawn on the page and may not leave; none where the chart counts nothing of the kind. */
  readonly small?: {
    readonly areDrawn: () => boolean;
    /** Draws the chart anew without them, or with them again. */
    readonly leaveOut: (isWithout: boolean) => void;
  };
}

/** Beneath a chart: takes it away as a file. What makes the file is loaded at the first tap. */
export function SaveChart({ title, series, small }: SaveChartProps): ReactElement | null {
  const about = useChartsAbout();
  const [said, setSaid] = useState("");
  const isSaving = useRef(false);
  if (about === undefined) return null;

  async function saved(figure: Element, words: SheetWords, kind: ChartFileKind): Promise<boolean> {
    const { saveChartFile } = await import("./save-chart-file");
    if (!words.isWithoutSmall) return saveChartFile(figure, words, kind);
    const before = drawingIn(figure);
    flushSync(() => small?.leaveOut(true));
    try {
      return (await untilDrawnAnew(figure, before)) && (await saveChartFile(figure, words, kind));
    } finally {
      small?.leaveOut(false);
    }
  }

  async function save(figure: Element | null, about: ChartsAboutWords, kind: ChartFileKind): Promise<void> {
    // Another tap meanwhile would find the chart as it is drawn for this one, and then no more.
    if (isSaving.current) return;
    isSaving.current = true;
    setSaid("");
    const words = { title, series, about, isWithoutSmall: small?.areDrawn() ?? false };
    try {
      const isSaved = figure !== null && (await saved(figure, words, kind));
      setSaid(isSaved ? `Saved as ${kind.toUpperCase()}.` : "The chart is not drawn yet. Try again.");
    } catch {
      setSaid("This could not be saved. Try again, or print the page.");
    } finally {
      isSaving.current = false;
    }
  }

  return (
    <div className="chart__save">
      {kinds.map(([kind, name]) => (
        <Button
          key={kind}
          type="button"
          variant="secondary"
          className="chart__save-button"
          onClick={({ currentTarget }) => void save(currentTarget.closest("figure"), about, kind)}
        >
          Save as {name}
          <span className="nhsuk-u-visually-hidden"> the chart {title}</span>
        </Button>
      ))}
      <span role="status" className="chart__saved">
        {said}
      </span>
    </div>
  );
}
