import { createContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import { streamRows } from "@/server/api/rows-file/stream-rows";
import { inWords, noSpreadsheet, spreadsheet } from "@/server/api/send-spreadsheet";
import type { Service } from "@/server/api/service";
import { sessionIdOf } from "@/server/api/session-of-request";
import { rowsCountHeader } from "@/server/vocabulary/rows-file";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

interface Asked {
  /** Undefined where the address cannot be read. */
  readonly rows: RowsRequest | undefined;
  readonly now: Date;
}

/** Each has a connection to the database of its own: as many files at once as can never be in the way of lookups. */
const mostAtOnce = 2;
let atOnce = 0;

/**
 * The rows behind a figure as a file for a spreadsheet, sent while they are read; for whoever is signed in and may read
 * figures. It is on record before the first byte leaves, and again with the number of rows when it ends.
 */
export async function downloadRows(
  service: Service,
  request: Request,
  { rows, now }: Asked,
): Promise<Response> {
  if (rows === undefined) return inWords(404, "There is no such file.");
  if (atOnce >= mostAtOnce)
    return inWords(429, "Other files are being made just now. Try again in a minute.");
  atOnce += 1;
  try {
    const context = await createContext(service, sessionIdOf(request.headers, service.configuration), now);
    const file = await createCaller(context).insight.rowsFile(rows);
    if (context.session.state !== "open") throw new Error("a session that was refused nothing is not open");
    const { actor } = context.session;
    const response = spreadsheet(
      file.fileName,
      streamRows(service, { request: rows, file, actor, now, onEnd }),
    );
    response.headers.set(rowsCountHeader, String(file.counted));
    return response;
  } catch (error) {
    onEnd();
    return noSpreadsheet(error);
  }
}

function onEnd(): void {
  atOnce -= 1;
}
