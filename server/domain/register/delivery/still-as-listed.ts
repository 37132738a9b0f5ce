import { Prisma } from "@/server/db/generated/client";

/**
 * Whether a plan is still as the newest list left it, of a row `change` of `plan_change`: nothing has changed it since,
 * and nobody has told it. A list that writes a plan takes the mark off that it was told, so that a mark came after it.
 */
export const isStillAsListed = Prisma.sql`(not exists (
    select from plan_change later where later.plan_id = change.plan_id
      and (later.changed_at, later.id) > (change.changed_at, change.id))
  and not exists (select from plan told where told.id = change.plan_id and told.told_at is not null))`;
