import { z } from "zod";

/** Where a list sorted by time goes on: after this row. Carries an instant and an id, nothing about anybody. */
export const PageCursor = z.object({ at: z.date(), id: z.uuid() });
export type PageCursor = z.infer<typeof PageCursor>;

/** The cursor as one word for an address: `2026-11-23T21:14:00.000Z_0192…`. */
export function formatPageCursor({ at, id }: PageCursor): string {
  return `${at.toISOString()}_${id}`;
}

/** Reads what `formatPageCursor` wrote; anything else gives undefined, which begins the list anew. */
export function parsePageCursor(text: string | undefined): PageCursor | undefined {
  const [at = "", id] = (text ?? "").split("_");
  const parsed = PageCursor.safeParse({ at: new Date(at), id });
  return parsed.success ? parsed.data : undefined;
}
