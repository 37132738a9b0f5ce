import { TRPCError } from "@trpc/server";

/** A file for a spreadsheet, kept nowhere on the way. */
export function spreadsheet(fileName: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}

const statusOf: Readonly<Record<string, number>> = { UNAUTHORIZED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

/** Why there is no file: in the words of a refusal, or that it could not be made. */
export function noSpreadsheet(error: unknown): Response {
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") {
    return inWords(statusOf[error.code] ?? 400, error.message);
  }
  return inWords(503, "The file could not be made. Try again.");
}

export function inWords(status: number, words: string): Response {
  return new Response(words, { status, headers: { "Cache-Control": "no-store" } });
}
