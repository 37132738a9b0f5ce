import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const mostLive = 5;

const Live = z.object({ address: z.string() });

/** Refuses an address that is told already, and one too many. Until the transaction ends nobody else adds one to this authority. */
export async function refuseWhatIsThere(
  { tx }: Work,
  authorityId: OrganisationId,
  address: string,
): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`webhooks of ${authorityId}`}, 0))::text`;
  const rows: unknown = await tx.$queryRaw`
    select address from webhook where authority_id = ${authorityId}::uuid and state <> 'off'`;
  const live = z.array(Live).parse(rows);
  if (live.some((one) => one.address === address)) {
    throw new Refusal("conflict", "This address is there already.");
  }
  if (live.length >= mostLive) {
    throw new Refusal("conflict", `There are ${mostLive} addresses already. Turn one off first.`);
  }
}
