import type { ReactElement } from "react";
import type { FeedReport } from "@/server/domain/register/show-feed";

/** What was noticed about the file as a whole. */
export function FileNotes({ report: { notes, gap } }: { readonly report: FeedReport }): ReactElement {
  return (
    <>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {gap > 0 && <p>{gapInWords(gap)}</p>}
    </>
  );
}

function gapInWords(gap: number): string {
  const what = gap === 1 ? "One sequence number was" : `${gap} sequence numbers were`;
  return `${what} skipped before this list. Check whether a list was lost on its way.`;
}
