import { TRPCError } from "@trpc/server";
import { chronologyPdf } from "@/server/api/chronology-pdf/chronology-pdf";
import { createContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import type { Service } from "@/server/api/service";
import { sessionIdOf } from "@/server/api/session-of-request";
import type { Chronology } from "@/server/domain/chronology/chronology";
import { readChronologyPeriod } from "@/server/vocabulary/chronology-period";
import { SubjectId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";

interface Asked {
  readonly subjectId: string;
  readonly now: Date;
}

/**
 * The chronology of a child as a PDF, for whoever is signed in and may read it. It has been read and put on record
 * before the first byte leaves; no cache keeps it, and its name tells nothing.
 */
export async function downloadChronology(
  service: Service,
  request: Request,
  { subjectId, now }: Asked,
): Promise<Response> {
  const parsed = SubjectId.safeParse(subjectId);
  if (!parsed.success) return plain(404, "There is no such child.");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const read = readChronologyPeriod(query, now);
  if (!read.ok) return plain(400, read.problems.map(({ message }) => message).join(" "));

  try {
    const sessionId = sessionIdOf(request.headers, service.configuration);
    const caller = createCaller(await createContext(service, sessionId, now));
    const input = { subjectId: parsed.data, period: read.period, form: "file" } as const;
    const chronology = await caller.chronology.read(input);
    return fileOf(sorted(chronology, query["order"]), now);
  } catch (error) {
    if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") {
      return plain(statusOf[error.code] ?? 400, error.message);
    }
    return plain(503, "The file could not be made. Try again.");
  }
}

function sorted(chronology: Chronology, order: string | undefined): Chronology {
  return order === "oldest" ? chronology : { ...chronology, entries: chronology.entries.toReversed() };
}

function fileOf(chronology: Chronology, now: Date): Response {
  const fileName = `chronology-${chronology.reference}-${londonDate(now)}.pdf`;
  return new Response(streamOf(chronologyPdf(chronology)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** Made as fast as it is taken. If it cannot be finished the connection breaks: half a chronology never looks whole. */
function streamOf(pieces: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return();
    },
  });
}

const statusOf: Readonly<Record<string, number>> = { UNAUTHORIZED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

function plain(status: number, words: string): Response {
  return new Response(words, { status, headers: { "Cache-Control": "no-store" } });
}
