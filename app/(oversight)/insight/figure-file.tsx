import type { ReactElement, ReactNode } from "react";
import type { PageFileRequest } from "@/server/vocabulary/figures-file-request";

interface FigureFileProps {
  readonly page: PageFileRequest["page"];
  /** What the address of the page says of it, with its question mark; nothing where the page has nothing to choose. */
  readonly asked?: string;
  /** What is on the page and not in the file. */
  readonly leftOut: string;
  /** What else one can take away. */
  readonly children?: ReactNode;
}

/** The link to a page's figures as a file, and what is not in it. */
export function FigureFile({ page, asked = "", leftOut, children }: FigureFileProps): ReactElement {
  return (
    <p className="insight-tools">
      <a href={`/api/figures/${page}${asked}`} download>
        Take these figures away (CSV)
      </a>
      . {leftOut} {children}
    </p>
  );
}
