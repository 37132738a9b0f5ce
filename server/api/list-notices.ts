import { openFeedDoor, type Knock } from "@/server/api/feed-door";
import { problemReply } from "@/server/api/feed-reply";
import { readPageQuery } from "@/server/api/read-page-query";
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
  const asked = readPageQuery(request, NoticesQuery);
  if (!asked.ok) return problemReply(400, asked.problem);

  const { after, limit: most } = asked.query;
  const page = await withWork(service.database, occasion, (work) =>
    listOwnNotices(work, { authorityId, after, most }),
  );
  return Response.json({ authority, ...page }, { headers: { "Cache-Control": "no-store" } });
}
