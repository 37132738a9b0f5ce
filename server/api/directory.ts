import { createHash } from "node:crypto";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { listDirectory } from "@/server/domain/directory/list-directory";
import { systemActor } from "@/server/vocabulary/actor";
import { londonDate } from "@/server/vocabulary/london-time";

/**
 * The public directory of duty numbers, cached for five minutes. The tag stands for the numbers and the day, not the
 * second, so that a phone that asks again is mostly told "unchanged"; the time it keeps is at most a day old.
 */
export async function answerDirectory(service: Service, request: Request, now: Date): Promise<Response> {
  const directory = await withWork(service.database, { actor: systemActor("directory"), now }, listDirectory);
  const etag = tagOf([londonDate(now), directory.authorities]);
  const headers = { ETag: etag, "Cache-Control": "public, max-age=300" };

  if (request.headers.get("If-None-Match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  return Response.json(directory, { headers });
}

function tagOf(content: unknown): string {
  return `"${createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 27)}"`;
}
