import Link from "next/link";
import type { ReactElement } from "react";
import { Ageing } from "./ageing";
import { DoneIcon, ProblemIcon } from "@/app/_ui/icons";
import type { Verdict } from "@/server/domain/tonight/finding";
import { formatDateTime } from "@/server/vocabulary/london-time";

interface TonightVerdictProps {
  readonly verdict: Verdict;
  readonly asAt: Date;
}

const classes = { bad: "problem", doubtful: "doubtful", fine: "fine" } as const;

/** The answer in one line, when that was so, and a plain way to look again. */
export function TonightVerdict({ verdict: { level, line }, asAt }: TonightVerdictProps): ReactElement {
  return (
    <>
      <Ageing asAt={asAt.toISOString()} inWords={formatDateTime(asAt)}>
        <p className={`verdict verdict--${classes[level]}`}>
          {level === "fine" ? <DoneIcon /> : <ProblemIcon />}
          <span>{line}</span>
        </p>
      </Ageing>
      <p className="tonight__as-at">
        As at {formatDateTime(asAt)}.{" "}
        <Link href="/tonight" prefetch={false}>
          Look again
        </Link>
      </p>
    </>
  );
}
