import { hasRepeatedName } from "@/server/api/repeated-name";
import { readBody } from "@/server/api/read-body";

const plainJson = "application/json";

/**
 * The JSON of a request's body; undefined where it is too large, broken off or not JSON, or says one name twice. It has
 * to be sent as JSON (or as another of `types`), which a form or a script of another site cannot do without asking us
 * first.
 */
export async function readJson(
  request: Request,
  mostBytes: number,
  types: readonly string[] = [plainJson],
): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === undefined || !types.includes(type)) return undefined;

  const body = await readBody(request, mostBytes);
  if (body.kind !== "whole") return undefined;
  const text = new TextDecoder().decode(body.bytes);
  try {
    const value: unknown = JSON.parse(text);
    return hasRepeatedName(text) ? undefined : value;
  } catch {
    return undefined;
  }
}
