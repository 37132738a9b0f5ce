import type { z } from "zod";
import { openFeedDoor, type Knock } from "@/server/api/feed-door";
import { problemReply } from "@/server/api/feed-reply";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { listNotices as listOwnNotices } from "@/server/domain/webhook/list-notices";
import type { OrganisationId } from "@/server/vocabulary/ids";
import { NoticesQuery } from "@/server/vocabulary/plain-doors/notices-query";

interface Address {
  readonly authorityCode: string;
  readonly now: Date;
}

/** Tells an authority's case system what a webhook only pointed to, by number: what it was told of, or has missed. */
export function listNotices(service: Service, request: Request, address: Address): Promise<Response> {
  return openFeedDoor({ service, request, ...address, tried: "notice:read" }, (knock, authorityId) =>
    answerPage(knock, authorityId, address.authorityCode),
  );
}

async function answerPage(
  { service, request, occasion }: Knock,
  authorityId: OrganisationId,
  authority: string,
): Promise<Response> {
  const query = NoticesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problemReply(400, inWords(query.error));

  const { after, limit: most } = query.data;
  const page = await withWork(service.database, occasion, (work) =>
    listOwnNotices(work, { authorityId, after, most }),
  );
  return Response.json({ authority, ...page }, { headers: { "Cache-Control": "no-store" } });
}

function inWords({ issues: [issue] }: z.ZodError): string {
  const name = issue?.path.join(".") ?? "";
  return name === "" ? "Only after and limit are understood here." : `${name} ${issue?.message ?? ""}`;
}
