import type { ReactElement, ReactNode } from "react";
import { LanternIcon } from "./lantern-icon";

interface HeaderRowProps {
  /** Beside the name of the service. */
  readonly children?: ReactNode;
  /** Below it. */
  readonly below?: ReactNode;
}

/** Top of every page: the name of the service, which leads home. By itself where nothing else is certain. */
export function HeaderRow({ children, below }: HeaderRowProps): ReactElement {
  return (
    <header className="app-header">
      <div className="nhsuk-width-container">
        <div className="app-header__row">
          {/* A plain link: going home loads fresh data, and works when the page's own script is broken. */}
          <a className="app-header__name" href="/">
            <LanternIcon />
            Lantern
          </a>
          {children}
        </div>
        {below}
      </div>
    </header>
  );
}
