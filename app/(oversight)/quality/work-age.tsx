import type { ReactElement } from "react";
import type { FiguresAge } from "@/server/domain/insight/read-age";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** Says so where the time spent on lists, alone of the figures beside it, is older than now. */
export function WorkAge({ age: { countedAt, isBehind } }: { readonly age: FiguresAge }): ReactElement | null {
  if (!isBehind) return null;
  return (
    <p>
      {countedAt === undefined
        ? "The time on the lists has not been counted yet."
        : `The time on the lists is behind: as at ${formatDateTime(countedAt)}.`}{" "}
      All other figures are of now.
    </p>
  );
}
