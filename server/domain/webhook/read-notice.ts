import type { Work } from "@/server/db/work";
import { findNotices, type OwnNotice } from "@/server/domain/webhook/find-notices";
import type { AlertEventId, OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

interface OneNotice {
  readonly authorityId: OrganisationId;
  readonly eventId: AlertEventId;
}

/** One event of an authority with its notice as that stands now; on record as a page of them is. Throws if there is none. */
export async function readNotice(work: Work, { authorityId, eventId }: OneNotice): Promise<OwnNotice> {
  const { notices } = await findNotices(work, { authorityId, eventId, after: 0, most: 1 });
  const [notice] = notices;
  if (notice === undefined) throw new Refusal("not-found", "This authority has no such notice.");
  return notice;
}
