import type { Work } from "@/server/db/work";
import { findNotices, type NoticesQuestion, type OwnNotice } from "@/server/domain/webhook/find-notices";

export interface NoticesPage {
  readonly notices: readonly Omit<OwnNotice, "eventId">[];
  /** Ask again with `after` = the last number of this page. */
  readonly hasMore: boolean;
}

/** What an authority's case system was or is to be told of, by number, with what a duty worker reads; on record. */
export async function listNotices(work: Work, question: NoticesQuestion): Promise<NoticesPage> {
  const { notices, hasMore } = await findNotices(work, question);
  return { notices: notices.map(({ eventId: _, ...notice }) => notice), hasMore };
}
