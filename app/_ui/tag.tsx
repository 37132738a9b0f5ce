import type { ReactElement, ReactNode } from "react";

interface TagProps {
  readonly children: ReactNode;
  /** Colour only repeats what the word says. Green is for finished work, never for a child. */
  readonly colour?: "blue" | "grey" | "green" | "yellow" | "red" | "white";
}

/** A short state word: "New", "Taken", "Ended". */
export function Tag({ children, colour = "grey" }: TagProps): ReactElement {
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{children}</strong>;
}
