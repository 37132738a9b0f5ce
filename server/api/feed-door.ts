import { deliveryReply, problemReply, refusalReply } from "@/server/api/feed-reply";
import { recordTrouble } from "@/server/domain/audit/record-trouble";
import type { Service } from "@/server/api/service";
import { waitForDelivery } from "@/server/api/wait-for-delivery";
import { withWork, type Occasion } from "@/server/db/work";
import type { Received } from "@/server/domain/register/delivery/receive-list";
import { findFeedSender } from "@/server/domain/register/find-feed-sender";
import { showFeed } from "@/server/domain/register/show-feed";
import { systemActor } from "@/server/vocabulary/actor";
import type { AuditedAction } from "@/server/vocabulary/audited-action";
import type { FeedId, OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** One knock of an authority's system. */
export interface Knock {
  readonly service: Service;
  readonly request: Request;
  readonly occasion: Occasion;
}

interface Knocking extends Pick<Knock, "service" | "request"> {
  /** The authority that the address names. */
  readonly authorityCode: string;
  readonly now: Date;
  /** As what a knock that is refused or fails is put on record. */
  readonly tried?: AuditedAction;
}

/**
 * Lets an authority's system in by its bearer token, to its own authority only, and replies with what `act` answers or
 * why not. Whatever is refused or fails is on record.
 */
export async function openFeedDoor(
  { service, request, authorityCode, now, tried = "feed:send" }: Knocking,
  act: (knock: Knock, authorityId: OrganisationId) => Promise<Response>,
): Promise<Response> {
  const occasion: Occasion = { actor: systemActor("feed-door"), now };
  const knock = { service, request, occasion };
  try {
    const sender = await findSender(knock, authorityCode);
    return sender.kind === "unknown" ? await shut(knock, tried) : await act(knock, sender.authorityId);
  } catch (cause) {
    await recordTrouble(service, occasion, { permission: tried, cause });
    return refusalReply(cause);
  }
}

async function findSender({ service, request, occasion }: Knock, authorityCode: string) {
  const [, token] = /^Bearer +(\S{1,500})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (token === undefined) return { kind: "unknown" } as const;
  return withWork(service.database, occasion, (work) => findFeedSender(work, { token, authorityCode }));
}

async function shut({ service, occasion }: Knock, tried: AuditedAction): Promise<Response> {
  const cause = new Refusal("not-permitted", "This door opens with the bearer token of an authority.");
  await recordTrouble(service, occasion, { permission: tried, cause });
  return problemReply(401, cause.message, { headers: { "WWW-Authenticate": "Bearer" } });
}

/** Waits a while for a worker to settle what was received, and replies how it stands then. */
export async function replyWhenSettled(knock: Knock, received: Received): Promise<Response> {
  await waitForDelivery(knock.service, received.feedId);
  return replyNow(knock, received);
}

/** How a delivery stands at this moment. */
export async function replyNow(
  { service, request, occasion }: Knock,
  { feedId, isRepeat }: { readonly feedId: FeedId; readonly isRepeat: boolean },
): Promise<Response> {
  const report = await withWork(service.database, occasion, (work) =>
    showFeed(work, { feedId, most: everyRow }),
  );
  const asCsv = /^text\/csv\b/i.test(request.headers.get("accept") ?? "");
  return deliveryReply(report, { isRepeat, asCsv });
}

const everyRow = 2_147_483_647;
