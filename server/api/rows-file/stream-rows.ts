import type { Service } from "@/server/api/service";
import { withSnapshot } from "@/server/db/snapshot";
import { withWork } from "@/server/db/work";
import type { RowsFile } from "@/server/domain/insight/rows-file/begin-rows-file";
import { endRowsFile } from "@/server/domain/insight/rows-file/end-rows-file";
import { readRowPages } from "@/server/domain/insight/rows-file/read-row-pages";
import { rowHeadings } from "@/server/domain/insight/rows-file/row-cells";
import type { PersonActor } from "@/server/vocabulary/actor";
import { rowsBehind } from "@/server/vocabulary/counted-rows";
import { csvLines, writeCsv } from "@/server/vocabulary/csv";
import { lastLine } from "@/server/vocabulary/rows-file";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

interface RowsToStream {
  readonly request: RowsRequest;
  readonly file: RowsFile;
  readonly actor: PersonActor;
  readonly now: Date;
  /** Called once nothing is read any more, whatever came of it. */
  readonly onEnd: () => void;
}

/**
 * The file, read no faster than it is taken. Once nobody takes it, what the database is doing for it stops. One that
 * cannot be finished breaks off without its last line, and that is on record.
 */
export function streamRows(service: Service, told: RowsToStream): ReadableStream<Uint8Array> {
  const { readable, writable } = new TextEncoderStream();
  const writer = writable.getWriter();
  const gone = new AbortController();
  writer.closed.catch(() => {
    gone.abort();
  });

  void writeRows(service, told, { writer, signal: gone.signal }).finally(told.onEnd);
  return readable;
}

interface Sink {
  readonly writer: WritableStreamDefaultWriter<string>;
  readonly signal: AbortSignal;
}

async function writeRows(
  service: Service,
  { request, file, actor, now }: RowsToStream,
  { writer, signal }: Sink,
): Promise<void> {
  let rows = 0;
  const end = (isWhole: boolean) =>
    withWork(service.database, { actor, now }, (work) => endRowsFile(work, { request, file, rows, isWhole }));
  try {
    const snapshot = { url: service.configuration.DATABASE_URL, database: service.database, signal };
    await writer.write(writeCsv([...rowHeadings(rowsBehind[request.measure])], [], { byteOrderMark: true }));
    await withSnapshot(snapshot, { actor, now }, async (work) => {
      for await (const page of readRowPages(work, request)) {
        rows += page.length;
        await writer.write(linesOf(page));
        signal.throwIfAborted();
      }
    });
    await end(true);
    await writer.write(linesOf([[lastLine(rows)]]));
    await writer.close();
  } catch (error) {
    service.log.warn({ rows, gone: signal.aborted }, "file of rows broken off");
    await end(false).catch(() => undefined);
    await writer.abort(error).catch(() => undefined);
  }
}

/** Lines of their own, without a heading. */
function linesOf(cells: readonly (readonly string[])[]): string {
  return [...csvLines([], cells)].slice(1).join("");
}
