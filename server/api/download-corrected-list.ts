import { TRPCError } from "@trpc/server";
import { createContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import type { Service } from "@/server/api/service";
import { sessionIdOf } from "@/server/api/session-of-request";
import { FeedId } from "@/server/vocabulary/ids";

interface Asked {
  readonly feedId: string;
  readonly now: Date;
}

/** A list with its problems beside the rows, as a file for a spreadsheet; for whoever is signed in and may read it. */
export async function downloadCorrectedList(
  service: Service,
  request: Request,
  { feedId, now }: Asked,
): Promise<Response> {
  const parsed = FeedId.safeParse(feedId);
  if (!parsed.success) return plain(404, "There is no such list.");
  try {
    const sessionId = sessionIdOf(request.headers, service.configuration);
    const caller = createCaller(await createContext(service, sessionId, now));
    const { fileName, text } = await caller.feed.corrected({ feedId: parsed.data });
    return new Response(text, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${fileName}"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") {
      return plain(statusOf[error.code] ?? 400, error.message);
    }
    return plain(503, "The file could not be made. Try again.");
  }
}

const statusOf: Readonly<Record<string, number>> = { UNAUTHORIZED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

function plain(status: number, words: string): Response {
  return new Response(words, { status, headers: { "Cache-Control": "no-store" } });
}
