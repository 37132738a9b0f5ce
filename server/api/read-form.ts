import { readBody } from "@/server/api/read-body";

/** The fields of a request's body; undefined where it is too large, broken off or no form. */
export async function readForm(request: Request, mostBytes: number): Promise<URLSearchParams | undefined> {
  const [contentType = ""] = request.headers.get("content-type")?.split(";") ?? [];
  if (contentType.trim() !== "application/x-www-form-urlencoded") return undefined;

  const body = await readBody(request, mostBytes);
  return body.kind === "whole" ? new URLSearchParams(new TextDecoder().decode(body.bytes)) : undefined;
}
