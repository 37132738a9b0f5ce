import { z } from "zod";
import type { Work } from "@/server/db/work";

const NewestProof = z.object({ provenAt: z.date().nullable(), failure: z.string().nullable() });
export type NewestProof = Readonly<z.infer<typeof NewestProof>>;

/** When a delivery was last proven, of the last day, and why the newest one since then was not. */
export async function readProof({ tx }: Work): Promise<NewestProof> {
  const rows: unknown[] = await tx.$queryRaw`
    select proven.at as "provenAt", (
      select failure from delivery_proof
      where failure is not null and begun_at > coalesce(proven.begun_at, '-infinity')
      order by begun_at desc limit 1) as failure
    from (select max(proven_at) as at, max(begun_at) as begun_at
      from delivery_proof where proven_at is not null) proven`;
  return NewestProof.parse(rows[0]);
}
