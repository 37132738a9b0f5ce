import { createContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import type { Service } from "@/server/api/service";
import { inWords, noSpreadsheet, spreadsheet } from "@/server/api/send-spreadsheet";
import { sessionIdOf } from "@/server/api/session-of-request";
import type { FiguresFile } from "@/server/domain/insight/export-figures";
import { csvLines } from "@/server/vocabulary/csv";
import type { PageFileRequest } from "@/server/vocabulary/figures-file-request";

interface Asked {
  /** Undefined where the address cannot be read. */
  readonly file: PageFileRequest | undefined;
  readonly now: Date;
}

/** A page of figures as a file for a spreadsheet, sent line by line; for whoever is signed in and may read the page. */
export async function downloadFigures(
  service: Service,
  request: Request,
  { file, now }: Asked,
): Promise<Response> {
  if (file === undefined) return inWords(404, "There is no such file.");
  try {
    const sessionId = sessionIdOf(request.headers, service.configuration);
    const caller = createCaller(await createContext(service, sessionId, now));
    const { fileName, asAt, columns, lines } = await fileOf(caller, file);
    const header = [...columns, `as at ${asAt?.toISOString() ?? "never"}`];
    return spreadsheet(fileName, streamOf(csvLines(header, lines, { byteOrderMark: true })));
  } catch (error) {
    return noSpreadsheet(error);
  }
}

function fileOf(
  caller: ReturnType<typeof createCaller>,
  file: PageFileRequest,
): Promise<FiguresFile<readonly string[]>> {
  switch (file.page) {
    case "quality":
      return caller.quality.file();
    case "uptake":
      return caller.uptake.file();
    case "tonight":
      return caller.tonight.file();
    case "tonight-of-all":
      return caller.tonight.fileOfAll();
    case "drills":
      return caller.drill.file();
    case "figures":
    case "activity":
    case "times":
      return caller.insight.file(file);
  }
}

/** Makes the next line when it is wanted, and none any more once nobody reads on. */
function streamOf(lines: Generator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = lines.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}
