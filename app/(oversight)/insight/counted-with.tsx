import type { ReactElement } from "react";
import type { FiguresRead } from "@/server/domain/insight/read-figures";
import { formatLondonDate } from "@/server/vocabulary/london-time";

/** Whose counts are in the figures besides one's own, and what that does not open. */
export function CountedWith({ predecessors }: Pick<FiguresRead, "predecessors">): ReactElement | null {
  if (predecessors.length === 0) return null;
  return (
    <p>
      Counted with these:{" "}
      {predecessors
        .map(
          ({ name, followedBy, since }) => `${name} (part of ${followedBy} since ${formatLondonDate(since)})`,
        )
        .join(", ")}
      . Their rows are not opened: the rows behind a figure are those of your own organisation alone.
    </p>
  );
}
