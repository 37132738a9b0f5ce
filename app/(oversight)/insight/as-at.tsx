import type { ReactElement } from "react";
import { behindWords } from "./behind-words";
import { ProblemIcon } from "@/app/_ui/icons";
import type { FiguresAge } from "@/server/domain/insight/read-age";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** How old the figures are, and what to do where they are older than they should be. */
export function AsAt({ age }: { readonly age: FiguresAge }): ReactElement {
  const words = behindWords(age);
  if (words === undefined && age.countedAt) return <p>As at {formatDateTime(age.countedAt)}.</p>;
  return (
    <p className="verdict verdict--problem">
      <ProblemIcon />
      <span>{words}</span>
    </p>
  );
}
