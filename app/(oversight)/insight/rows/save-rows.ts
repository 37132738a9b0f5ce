import { saveBlob } from "@/app/_ui/save-blob";
import { rowsCountHeader, rowsSaidAtEnd } from "@/server/vocabulary/rows-file";
import { formatCount } from "@/server/vocabulary/format-count";

export interface RowsProgress {
  readonly rows: number;
  /** How many the figure counts; there may be some more. */
  readonly of: number;
}

interface HowToSave {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RowsProgress) => void;
}

/** What went wrong, in words for the person. */
class RowsTrouble extends Error {
  override readonly name = "RowsTrouble";
}

/** A picture of how far it is changes so often at the most. */
const tellEveryMilliseconds = 250;
const longestLastLine = 60;
const lineEnd = 10;

/**
 * Fetches a file of rows, tells how far it is, and hands it to the browser to be saved once it is whole. Says so in
 * words; throws where it was stopped, could not be had or is not whole, and then saves nothing.
 */
export async function saveRows(href: string, { signal, onProgress }: HowToSave): Promise<string> {
  const response = await fetch(href, { signal });
  if (!response.ok || response.body === null) throw new RowsTrouble(await wordsOf(response));

  const of = Number(response.headers.get(rowsCountHeader)) || 0;
  const pieces: Blob[] = [];
  let lines = 0;
  let told = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(new Blob([value]));
    lines += value.reduce((count, byte) => (byte === lineEnd ? count + 1 : count), 0);
    if (performance.now() - told > tellEveryMilliseconds) {
      told = performance.now();
      // Neither the heading nor the last line is a row.
      onProgress({ rows: Math.max(0, lines - 1), of });
    }
  }

  const file = new Blob(pieces, { type: "text/csv" });
  const rows = rowsSaidAtEnd(await file.slice(-longestLastLine).text());
  if (rows === undefined) {
    throw new RowsTrouble(
      "The file broke off before its end. Nothing was saved. Try again, or choose fewer days.",
    );
  }
  saveBlob(file, nameOf(response));
  return `Saved: ${rows === 1 ? "1 row" : `${formatCount(rows)} rows`}, the file is whole.`;
}

function nameOf(response: Response): string {
  return (
    /filename="([\w.-]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "lantern-rows.csv"
  );
}

/** A refusal has its own words; anything else than ours has too much to say. */
async function wordsOf(response: Response): Promise<string> {
  const words = await response.text();
  return words.length > 0 && words.length < 200 ? words : "The file could not be made. Try again.";
}
