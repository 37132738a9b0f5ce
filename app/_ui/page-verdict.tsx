import Link from "next/link";
import type { ReactElement } from "react";
import { DoneIcon, ProblemIcon } from "./icons";
import { formatDateTime } from "@/server/vocabulary/london-time";

interface PageVerdictProps {
  readonly level: "bad" | "doubtful" | "fine";
  readonly line: string;
  readonly asAt: Date;
  /** The page itself, to look again. */
  readonly path: string;
}

const classes = { bad: "problem", doubtful: "doubtful", fine: "fine" } as const;

/** What the page comes to, in one line; when that was so, and a plain way to look again. */
export function PageVerdict({ level, line, asAt, path }: PageVerdictProps): ReactElement {
  return (
    <>
      <p className={`verdict verdict--${classes[level]}`}>
        {level === "fine" ? <DoneIcon /> : <ProblemIcon />}
        <span>{line}</span>
      </p>
      <p className="tonight__as-at">
        As at {formatDateTime(asAt)}.{" "}
        <Link href={path} prefetch={false}>
          Look again
        </Link>
      </p>
    </>
  );
}
