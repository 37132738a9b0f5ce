import type { ReactElement, ReactNode } from "react";
import { DoneIcon, ProblemIcon } from "./icons";

interface LiveLineProps {
  /** waiting: somebody has to act; done: taken; problem: it stopped moving, or the phone lost its connection. */
  readonly tone: "waiting" | "done" | "problem";
  readonly children: ReactNode;
}

/** One line that changes while it is watched: "Shown on the duty phone 21:14". Read out when it changes. */
export function LiveLine({ tone, children }: LiveLineProps): ReactElement {
  return (
    <div className={`live-line live-line--${tone}`} role="status">
      {tone === "waiting" && <span className="live-line__pulse" aria-hidden="true" />}
      {tone === "done" && <DoneIcon />}
      {tone === "problem" && <ProblemIcon />}
      <span>{children}</span>
    </div>
  );
}
