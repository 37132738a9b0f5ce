import type { ReactElement } from "react";
import { ProblemIcon } from "@/app/_ui/icons";
import type { FiguresAge } from "@/server/domain/insight/read-age";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** How old the figures are, and what to do where they are older than they should be. */
export function AsAt({ age: { countedAt, isBehind } }: { readonly age: FiguresAge }): ReactElement {
  if (!isBehind && countedAt !== undefined) return <p>As at {formatDateTime(countedAt)}.</p>;
  return (
    <p className="verdict verdict--problem">
      <ProblemIcon />
      <span>
        {countedAt === undefined
          ? "Nothing has been counted yet: all figures are nought until it is."
          : `These figures are behind: as at ${formatDateTime(countedAt)}. What happened since is not in them.`}{" "}
        Open the page again in some minutes. If it still says so, tell whoever runs the service.
      </span>
    </p>
  );
}
