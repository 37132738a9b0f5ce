"use client";

import { useEffect, useRef, type ReactElement } from "react";

export interface FieldProblem {
  /** Id of the field it is about. */
  readonly fieldId: string;
  readonly message: string;
}

/** What is wrong with a form, at the top of the page; takes the focus so that it is read first. */
export function ErrorSummary({
  problems,
}: {
  readonly problems: readonly FieldProblem[];
}): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className="nhsuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {problems.map(({ fieldId, message }) => (
              <li key={fieldId}>
                <a href={`#${fieldId}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
