import { readBody } from "@/server/api/read-body";

/**
 * The JSON of a request's body; undefined where it is too large, broken off or not JSON. It has to be sent as JSON,
 * which a form or a script of another site cannot do without asking us first.
 */
export async function readJson(
  request: Request,
  mostBytes: number,
  contentTypes: readonly string[] = ["application/json"],
): Promise<unknown> {
  const contentType = request.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  if (!contentTypes.includes(contentType)) return undefined;

  const body = await readBody(request, mostBytes);
  if (body.kind !== "whole") return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body.bytes));
  } catch {
    return undefined;
  }
}
