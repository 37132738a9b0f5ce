import { z } from "zod";
import type { Work } from "@/server/db/work";
import { ProofId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";

/** A day of minutes: enough to see when it stopped, and the table stays small. */
const proofsKept = 1_440;

/** Puts on record that a delivery to the service itself begins now, and forgets all but the newest proofs; days are counted for good. */
export async function beginProof({ tx, now }: Work): Promise<ProofId> {
  await tx.$executeRaw`
    insert into proof_day as of_day (day, begun_count) values (${londonDate(now)}::date, 1)
    on conflict (day) do update set begun_count = of_day.begun_count + 1`;
  await tx.$executeRaw`
    delete from delivery_proof where id in (
      select id from delivery_proof order by begun_at desc, id desc offset ${proofsKept - 1})`;
  const rows: unknown[] = await tx.$queryRaw`
    insert into delivery_proof (begun_at) values (${now}) returning id`;
  return z.object({ id: ProofId }).parse(rows[0]).id;
}
