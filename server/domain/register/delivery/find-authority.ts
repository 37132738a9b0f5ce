import { z } from "zod";
import type { Work } from "@/server/db/work";
import { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** The authority of this GSS code; throws if there is none. */
export async function findAuthority({ tx }: Work, code: string): Promise<OrganisationId> {
  const rows: unknown[] = await tx.$queryRaw`
    select id from organisation where code = ${code} and kind = 'authority'`;
  if (rows.length === 0) throw new Refusal("not-found", `There is no authority ${code}.`);
  return z.object({ id: OrganisationId }).parse(rows[0]).id;
}
