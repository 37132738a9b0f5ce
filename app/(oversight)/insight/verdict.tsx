import type { ReactElement } from "react";
import { verdictOf } from "./verdict-words";
import { DoneIcon, LookedIcon, ProblemIcon } from "@/app/_ui/icons";
import type { FiguresRead } from "@/server/domain/insight/read-figures";

const looks = {
  problem: { className: "verdict verdict--problem", Icon: ProblemIcon },
  fine: { className: "verdict verdict--fine", Icon: DoneIcon },
  nothing: { className: "verdict", Icon: LookedIcon },
} as const;

/** The answer of the figures, with a sign and a colour of its own. */
export function Verdict({ read }: { readonly read: Pick<FiguresRead, "total" | "measures"> }): ReactElement {
  const { level, line } = verdictOf(read);
  const { className, Icon } = looks[level];
  return (
    <p className={className}>
      <Icon />
      <span>{line}</span>
    </p>
  );
}
