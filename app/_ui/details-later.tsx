"use client";

import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { Details } from "./details";

interface DetailsLaterProps {
  readonly summary: string;
  /** What is inside, made when it is first opened, and kept from then on. */
  readonly children: () => ReactNode;
}

/** Details that most people never open: until they do, nothing of the inside is drawn or loaded. */
export function DetailsLater({ summary, children }: DetailsLaterProps): ReactElement {
  const box = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setWasOpened] = useState(false);
  useEffect(() => {
    // Opened before the page's script had come.
    if (box.current?.open === true) setWasOpened(true);
  }, []);

  return (
    <Details
      summary={summary}
      ref={box}
      onToggle={() => {
        setWasOpened(true);
      }}
    >
      {wasOpened && children()}
    </Details>
  );
}
