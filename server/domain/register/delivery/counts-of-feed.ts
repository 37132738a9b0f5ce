import { Prisma } from "@/server/db/generated/client";

/** The figures of a row of `feed` as one JSON value, in the shape of `FeedCounts`. */
export const countsOfFeed = Prisma.sql`json_build_object('rows', row_count, 'rejected', rejected_count,
  'loaded', loaded_count, 'added', new_count, 'changed', changed_count, 'ended', ended_count, 'deleted', deleted_count,
  'unchanged', unchanged_count, 'missing', missing_count)`;
