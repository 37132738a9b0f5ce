import { Prisma } from "@/server/db/generated/client";

/**
 * The smallest whole second by which at least this share of the alerts had come so far. Asks for rows with `seconds`,
 * `upto` (alerts in up to so many seconds) and `whole` (alerts in all), as `ranked` gives them.
 */
export function percentile(share: 0.5 | 0.9 | 0.99): Prisma.Sql {
  return Prisma.sql`min(seconds) filter (where upto >= whole * ${share}::numeric)`;
}

/** Two columns beside `seconds` and `alerts`, within each group that these columns name. */
export function ranked(group: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`sum(alerts) over (partition by ${group} order by seconds) as upto,
    sum(alerts) over (partition by ${group}) as whole`;
}
