"use client";

import type { ReactElement } from "react";
import "./globals.scss";

/** The last resort, when the layout itself broke. Works without script: only plain links. */
export default function GlobalError(): ReactElement {
  return (
    <html lang="en-GB">
      <body>
        <div className="nhsuk-width-container">
          <main id="main" className="nhsuk-main-wrapper">
            <h1 className="nhsuk-heading-l">Lantern is not working</h1>
            <p>
              <strong>If you were checking a child, treat this as “could not check”.</strong> It does not tell
              you anything about the child.
            </p>
            <p>
              <a href="/directory">Ring a duty team</a>
            </p>
            <p>
              <a href="/">Go to the start</a>
            </p>
          </main>
        </div>
      </body>
    </html>
  );
}
