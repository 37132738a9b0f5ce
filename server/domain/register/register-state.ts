import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { OrganisationId } from "@/server/vocabulary/ids";

const RegisterState = z.object({
  /** 0 before the first list. */
  lastSequence: z.number(),
  lastReceivedAt: z.date().nullable(),
  /** One more with each change. */
  version: z.number(),
});
export type RegisterState = Readonly<z.infer<typeof RegisterState>>;

/**
 * Takes an authority's register for this transaction: a second list of the same authority waits here until the first
 * is committed or given up; other authorities go on side by side.
 */
export async function lockRegister(work: Work, authorityId: OrganisationId): Promise<RegisterState> {
  await work.tx.$executeRaw`
    insert into register_state (authority_id, last_sequence) values (${authorityId}::uuid, 0)
    on conflict (authority_id) do nothing`;
  const rows: unknown[] = await work.tx.$queryRaw`
    select last_sequence as "lastSequence", last_received_at as "lastReceivedAt", version from register_state
    where authority_id = ${authorityId}::uuid for update`;

  return RegisterState.parse(rows[0]);
}

interface Advance {
  readonly authorityId: OrganisationId;
  readonly sequence: number;
  /** When the list came; empty for one of which nothing could be loaded: it makes the register no fresher. */
  readonly freshAt: Date | null;
}

/** Records that this list is now the authority's newest. */
export async function advanceRegister(
  { tx }: Work,
  { authorityId, sequence, freshAt }: Advance,
): Promise<void> {
  await tx.$executeRaw`
    update register_state set last_sequence = ${sequence}::int, version = version + 1,
      last_received_at = coalesce(${freshAt}::timestamptz, last_received_at)
    where authority_id = ${authorityId}::uuid`;
}

/** Records a change that no list made: what was reviewed before has to be reviewed again. */
export async function touchRegister({ tx }: Work, authorityId: OrganisationId): Promise<void> {
  await tx.$executeRaw`
    update register_state set version = version + 1 where authority_id = ${authorityId}::uuid`;
}
