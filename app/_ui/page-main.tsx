import type { ReactElement, ReactNode } from "react";

interface PageMainProps {
  readonly children: ReactNode;
  /** Wide pages (tables, charts) use the whole width; the rest keep a readable line. */
  readonly wide?: boolean;
}

/** The main part of a page, where the skip link lands. One per page. */
export function PageMain({ children, wide = false }: PageMainProps): ReactElement {
  return (
    <div className="nhsuk-width-container">
      <main id="main" tabIndex={-1} className={wide ? "nhsuk-main-wrapper" : "nhsuk-main-wrapper page-main"}>
        {children}
      </main>
    </div>
  );
}
