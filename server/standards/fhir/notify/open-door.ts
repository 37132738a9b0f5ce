import { withWork, type Occasion, type Work } from "@/server/db/work";
import { recordTrouble } from "@/server/domain/audit/record-trouble";
import { findFeedSender, type FeedSender } from "@/server/domain/register/find-feed-sender";
import { negotiate } from "@/server/standards/fhir/negotiate";
import { faultOfRefusal, unknownSystem } from "@/server/standards/fhir/notify/fault-of-refusal";
import { faultReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { bearerOf } from "@/server/standards/who/bearer";
import { systemActor } from "@/server/vocabulary/actor";
import type { AuditedAction } from "@/server/vocabulary/audited-action";
import type { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** An authority's system that was let in. */
export interface Caller {
  readonly authorityId: OrganisationId;
  readonly authorityCode: string;
  readonly work: <Result>(useCase: (work: Work) => Promise<Result>) => Promise<Result>;
}

interface Knock {
  readonly service: StandardsService;
  readonly request: Request;
  readonly now: Date;
  /** As what a knock that is refused or fails is put on record. */
  readonly tried: AuditedAction;
}

/**
 * Lets an authority's system in by the token with which it sends lists, and replies with what `act` answers or why not.
 * Whatever is refused or fails is on record. Never throws.
 */
export async function openDoor(
  { service, request, now, tried }: Knock,
  act: (caller: Caller) => Promise<Response>,
): Promise<Response> {
  const unspoken = negotiate(new URL(request.url).searchParams, request.headers.get("accept"));
  if (unspoken !== undefined) return faultReply(unspoken);

  const occasion: Occasion = { actor: systemActor("feed-door"), now };
  const onRecord = (cause: unknown) => recordTrouble(service, occasion, { permission: tried, cause });
  try {
    const work: Caller["work"] = (useCase) => withWork(service.database, occasion, useCase);
    const sender = await findSender(request, work);
    if (sender.kind === "authority") return await act({ ...sender, work });
    await onRecord(new Refusal("not-permitted", unknownSystem.words));
    return faultReply(unknownSystem);
  } catch (cause) {
    await onRecord(cause);
    return faultReply(faultOfRefusal(cause));
  }
}

async function findSender(request: Request, work: Caller["work"]): Promise<FeedSender> {
  const token = bearerOf(request.headers);
  return token === undefined ? { kind: "unknown" } : work((open) => findFeedSender(open, { token }));
}
