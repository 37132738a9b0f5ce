import { openApiDocument } from "@/server/vocabulary/plain-doors/openapi-document";

/** The plain JSON doors for machines; `/api/docs` shows the same to people. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
