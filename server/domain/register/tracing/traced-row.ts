import type { FeedRow } from "@/server/domain/register/feed-file/feed-row";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

/** A good row whose person demographics knows. */
export interface TracedRow extends FeedRow {
  /** The number that has replaced the row's, so that a lookup of either finds the plan. */
  readonly supersededBy: NhsNumber | null;
}
