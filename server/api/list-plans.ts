import { createHash } from "node:crypto";
import type { z } from "zod";
import { openFeedDoor, type Knock } from "@/server/api/feed-door";
import { problemReply } from "@/server/api/feed-reply";
import { readPageQuery } from "@/server/api/read-page-query";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { listOwnPlans } from "@/server/domain/register/list-own-plans";
import type { OrganisationId } from "@/server/vocabulary/ids";
import { PlansQuery } from "@/server/vocabulary/plain-doors/plans-query";
import type { PlansReply } from "@/server/vocabulary/plain-doors/replies";

interface Address {
  readonly authorityCode: string;
  readonly now: Date;
}

/**
 * Tells an authority's system what the register holds of its own, a page at a time. A page has a tag (`ETag`): asked
 * with it again (`If-None-Match`), an unchanged page is 304 and empty.
 */
export function listPlans(service: Service, request: Request, address: Address): Promise<Response> {
  return openFeedDoor({ service, request, ...address }, (knock, authorityId) =>
    answerPage(knock, authorityId, address.authorityCode),
  );
}

async function answerPage(
  { service, request, occasion }: Knock,
  authorityId: OrganisationId,
  authority: string,
): Promise<Response> {
  const asked = readPageQuery(request, PlansQuery);
  if (!asked.ok) return problemReply(400, asked.problem);

  const { after, limit, since } = asked.query;
  const page = await withWork(service.database, occasion, (work) =>
    listOwnPlans(work, {
      authorityId,
      after,
      most: limit,
      since: since === undefined ? undefined : new Date(since),
    }),
  );
  const body = JSON.stringify({ authority, ...page, plans: [...page.plans] } satisfies z.input<
    typeof PlansReply
  >);
  const tag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { ETag: tag, "Cache-Control": "no-store", "Content-Type": "application/json" };
  return request.headers.get("if-none-match") === tag
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers });
}
