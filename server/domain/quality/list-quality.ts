import { z } from "zod";
import type { NumberToRing } from "@/server/domain/directory/number-now";
import { rowAnswers } from "@/server/vocabulary/feed-answer";
import { FeedId, type OrganisationId } from "@/server/vocabulary/ids";

/** One list that was applied, in counts. */
export const AppliedList = z.object({
  feedId: FeedId,
  sequence: z.number(),
  receivedAt: z.coerce.date(),
  rows: z.number(),
  loaded: z.number(),
  /** Rows whose person demographics does not know by the number, the names and the date of birth of the row. */
  unmatched: z.number(),
});
export type AppliedList = Readonly<z.infer<typeof AppliedList>>;

export const ProblemsOfCode = z.object({ rowAnswer: z.enum(rowAnswers), count: z.number() });
export type ProblemsOfCode = Readonly<z.infer<typeof ProblemsOfCode>>;

/** For how long somebody of an authority was at its lists. */
export interface ListWork {
  readonly minutesADay: number;
  /** The days on which anybody was. */
  readonly days: number;
}

/** How good an authority's lists are. */
export interface AuthorityQuality {
  readonly authorityId: OrganisationId;
  readonly name: string;
  readonly region: string;
  /** Who answers the telephone at this hour; null where no number is entered. */
  readonly ring: NumberToRing | null;
  /** When a list of which anything was loaded last came; null before the first. */
  readonly lastReceivedAt: Date | null;
  /** The newest list that was applied. */
  readonly newest: AppliedList | null;
  /** Sequence numbers that were skipped in the last 90 days. */
  readonly skipped: number;
  readonly openCount: number;
  /** When the oldest of what is still wrong was first shown. */
  readonly oldestOpenAt: Date | null;
  /** Median of what was mended in the last 91 days; null where nothing was. */
  readonly daysToMend: number | null;
  readonly mendedCount: number;
  /** What is still wrong, by national code. */
  readonly byCode: readonly ProblemsOfCode[];
  /** Null where nobody was at the lists in the last 28 days. */
  readonly work: ListWork | null;
}
