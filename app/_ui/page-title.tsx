import type { ReactElement, ReactNode } from "react";

interface PageTitleProps {
  readonly children: ReactNode;
  /** A short line above the title: the section, a reference. Never an NHS number. */
  readonly caption?: string | undefined;
}

/** The one first-level heading of a page. */
export function PageTitle({ children, caption }: PageTitleProps): ReactElement {
  return (
    <h1 className="nhsuk-heading-l">
      {caption !== undefined && <span className="nhsuk-caption-l">{caption}</span>}
      {children}
    </h1>
  );
}
