import { Prisma } from "@/server/db/generated/client";

/**
 * The smallest whole second by which half, nine in ten and ninety-nine in a hundred of the alerts that came so far had come,
 * as an array; null where none had. PostgreSQL multiplies these shares as floating point; of
 * all three the error is too small to move a whole product (tried up to three million alerts), so that the answer is exact.
 */
export function percentiles(seconds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`percentile_disc(array[0.5, 0.9, 0.99]) within group (order by ${seconds})`;
}
