"use client";

import { useEffect, useRef, type ReactElement, type ReactNode } from "react";

interface FocusedTitleProps {
  readonly children: ReactNode;
  readonly caption: string;
}

/** The first-level heading of a screen that takes another's place on the same page: it is seen, and read out, first. */
export function FocusedTitle({ children, caption }: FocusedTitleProps): ReactElement {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <h1 ref={title} className="nhsuk-heading-l focused-title" tabIndex={-1}>
      <span className="nhsuk-caption-l">{caption}</span>
      {children}
    </h1>
  );
}
