"use client";

import { useState, type ReactElement } from "react";
import { useChartsAbout } from "./charts-about";
import type { ChartFileKind } from "./save-chart-file";
import type { SheetWords } from "./sheet";
import { Button } from "@/app/_ui/button";

const kinds = [
  ["png", "PNG"],
  ["svg", "SVG"],
] as const;

/** Beneath a chart: takes it away as a file. What makes the file is loaded at the first tap. */
export function SaveChart({ title, series }: Pick<SheetWords, "title" | "series">): ReactElement | null {
  const about = useChartsAbout();
  const [said, setSaid] = useState("");
  if (about === undefined) return null;
  const words = { title, series, about };

  async function save(figure: Element | null, kind: ChartFileKind): Promise<void> {
    setSaid("");
    try {
      const { saveChartFile } = await import("./save-chart-file");
      const isSaved = figure !== null && (await saveChartFile(figure, words, kind));
      setSaid(isSaved ? `Saved as ${kind.toUpperCase()}.` : "The chart is not drawn yet. Try again.");
    } catch {
      setSaid("This could not be saved. Try again, or print the page.");
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
          onClick={({ currentTarget }) => void save(currentTarget.closest("figure"), kind)}
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
