import type { ReactElement } from "react";
import { DoneIcon, LookedIcon, ProblemIcon } from "@/app/_ui/icons";
import type { Figures } from "@/server/domain/insight/read-figures";
import { formatCount } from "@/server/vocabulary/format-count";

/** Does it work? One line, the worst first, for a manager with three seconds. */
export function Verdict({ total }: { readonly total: Figures }): ReactElement {
  const problems = problemsOf(total);
  if (problems.length > 0) {
    return (
      <p className="verdict verdict--problem">
        <ProblemIcon />
        <span>Look closer: {problems.join(", ")}.</span>
      </p>
    );
  }
  if (total.lookups === 0 && total.raised === 0) {
    return (
      <p className="verdict">
        <LookedIcon />
        <span>Nothing was asked in this period.</span>
      </p>
    );
  }
  return (
    <p className="verdict verdict--fine">
      <DoneIcon />
      <span>It works: every lookup was answered and every alert was taken.</span>
    </p>
  );
}

function problemsOf(total: Figures): string[] {
  const notTaken = (total.raised ?? 0) - (total.taken ?? 0);
  return [
    counted(total.unreached ?? 0, "alert reached nobody in time", "alerts reached nobody in time"),
    counted(notTaken, "alert has not been taken", "alerts have not been taken"),
    counted(total["could-not-check"] ?? 0, "lookup could not check", "lookups could not check"),
  ].filter((problem) => problem !== undefined);
}

function counted(count: number, one: string, many: string): string | undefined {
  if (count === 0) return undefined;
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
