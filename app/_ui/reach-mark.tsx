import type { ReactElement, ReactNode } from "react";
import { reachLevelWords, type ReachLevel } from "@/server/vocabulary/reach";

interface ReachMarkProps {
  readonly level: ReachLevel | "unchecked";
  /** In the place of the usual words. */
  readonly children?: ReactNode;
}

/** Whether somebody can be reached: a shape, a colour and words that say the same. */
export function ReachMark({ level, children }: ReachMarkProps): ReactElement {
  return (
    <span className={`reach-mark reach-mark--${level}`}>
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        {shapes[level]}
      </svg>
      <strong>{children ?? (level === "unchecked" ? "Not checked yet" : reachLevelWords[level])}</strong>
    </span>
  );
}

const line = { fill: "none", stroke: "currentColor", strokeWidth: 5, strokeLinecap: "round" } as const;

const shapes = {
  reachable: (
    <>
      <circle cx="24" cy="24" r="20" {...line} strokeWidth="4" />
      <path d="m14 25 7 7 13-16" {...line} />
    </>
  ),
  doubtful: (
    <>
      <path d="M24 5 45 43H3z" {...line} strokeWidth="4" strokeLinejoin="round" />
      <path d="M24 19v11m0 6.5v.1" {...line} />
    </>
  ),
  unreachable: (
    <>
      <path d="M16 4h16l12 12v16L32 44H16L4 32V16z" {...line} strokeWidth="4" />
      <path d="m16 16 16 16m0-16L16 32" {...line} />
    </>
  ),
  unchecked: (
    <>
      <circle cx="24" cy="24" r="20" {...line} strokeWidth="4" strokeDasharray="7 8" />
      <path d="M15 24h18" {...line} />
    </>
  ),
} as const satisfies Record<ReachMarkProps["level"], ReactNode>;
