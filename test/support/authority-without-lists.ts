import { FeedId, OrganisationId } from "@/server/vocabulary/ids";

export const someFeed = FeedId.parse("0197f0a0-0000-7000-8000-000000000001");

/** An authority as the page of data quality has it, with nothing in its lists. */
export const authorityWithoutLists = (name: string, lastReceivedAt: Date) => ({
  ...{ name, region: "", ring: null, lastReceivedAt, skipped: 0, work: null, findings: [] },
  authorityId: OrganisationId.parse("0197f0a0-0000-7000-8000-000000000002"),
  ...{ oldestOpenAt: null, daysToMend: null, mendedCount: 0, byCode: [], lists: [] },
  problems: { weeks: [], told: [] },
});
