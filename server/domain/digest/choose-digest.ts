import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addressDigest, sealAddress } from "@/server/domain/push/sealed-address";
import { addressHint, readContactAddress } from "@/server/vocabulary/contact-address";
import { Refusal } from "@/server/vocabulary/refusal";

interface Choice {
  /** As the person wrote it. */
  readonly address: string;
}

/**
 * The person who is signed in is sent the week there from the next Monday on, in the role of this session.
 * Safe to repeat, with another address too. Refuses: invalid (no such address).
 */
export async function chooseDigest(
  work: Work,
  { address: written }: Choice,
  { deviceKey }: { readonly deviceKey: string },
): Promise<void> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can ask for this.");
  const address = readContactAddress("email", written);
  if (address === undefined) {
    throw new Refusal("invalid", "Write an e-mail address, such as name@council.example.");
  }
  const digest = addressDigest(`weekly:${actor.personId}:${actor.organisationId}:${actor.role}:${address}`);
  // When it was first asked for stays, or asking again of a Monday would bring another.
  await tx.$executeRaw`
    insert into weekly_digest (person_id, organisation_id, role, address_digest, sealed_address, hint, chosen_at)
    values (${actor.personId}::uuid, ${actor.organisationId}::uuid, ${actor.role}, ${digest},
      ${sealAddress(address, digest, deviceKey)}, ${addressHint("email", address)}, ${now})
    on conflict (person_id, organisation_id, role) do update
    set address_digest = excluded.address_digest, sealed_address = excluded.sealed_address, hint = excluded.hint,
      chosen_at = case when weekly_digest.stopped_at is null then weekly_digest.chosen_at else excluded.chosen_at end,
      stopped_at = null`;
  await recordAudit(work, { action: "digest:choose", outcome: "done", detail: "weekly e-mail asked for" });
}
