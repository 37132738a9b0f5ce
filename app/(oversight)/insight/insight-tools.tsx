import Link from "next/link";
import type { ReactElement } from "react";
import { FigureFile } from "./figure-file";
import type { PageFileRequest } from "@/server/vocabulary/figures-file-request";
import { digestPath } from "@/server/vocabulary/weekly-digest";

interface InsightToolsProps {
  readonly page: PageFileRequest["page"];
  /** What the address of the page says of it; nothing where the page has nothing to choose. */
  readonly query?: Readonly<Record<string, string>>;
}

const paths: Readonly<Partial<Record<PageFileRequest["page"], string>>> = {
  figures: "/insight",
  times: "/insight/times",
  activity: "/insight/activity",
};

/** What one can take away of a page of figures. */
export function InsightTools({ page, query }: InsightToolsProps): ReactElement {
  const asked = query === undefined ? "" : `?${new URLSearchParams(query).toString()}`;
  return (
    <FigureFile page={page} asked={asked} leftOut={smallNumbers}>
      To print the page, use your browser.{" "}
      {paths[page] === undefined ? (
        "The address of this page shows it to a colleague who may see it. "
      ) : (
        <>
          <a href={`${paths[page]}${asked}`}>The link to just these days</a> shows the same to a colleague who
          may see it.{" "}
        </>
      )}
      <Link href={digestPath} prefetch={false}>
        Have the week’s figures sent by e-mail
      </Link>
      .
    </FigureFile>
  );
}

const smallNumbers =
  "Numbers under 5 of questions, alerts, rows or people are hidden in the file, and others from which they could be worked out.";
