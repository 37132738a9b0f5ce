import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { officerOf, waitingLooks } from "@/server/domain/looks/review/list-unusual-looks";
import type { DecideOnLook } from "@/server/vocabulary/look-review";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * Records what the officer says of a look on today's list, with the reasons for which it is there. A decision takes it
 * off the list; asking leaves it there until it is decided. Refuses: not found (not on the list of the officer's own
 * organisation, or decided already), not permitted (the officer's own look).
 */
export async function decideOnLook(work: Work, { lookupId, decision, note }: DecideOnLook): Promise<void> {
  const { tx, now } = work;
  const officer = officerOf(work);
  // Two officers at once: the second waits, and finds it decided.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`look-review ${lookupId}`}, 0))`;
  const look = (await waitingLooks(work, officer)).find((one) => one.lookupId === lookupId);
  if (look === undefined)
    throw new Refusal("not-found", "This look is not on the list any more. Open the list again.");

  const added = await tx.$executeRaw`
    insert into look_review (lookup_id, organisation_id, decision, note, reasons, decided_by_id, decided_at)
    select id, organisation_id, ${decision}, ${note}, ${[...look.reasons]}::text[], ${officer.personId}::uuid, ${now}
    from lookup where id = ${lookupId}::uuid and organisation_id = ${officer.organisationId}::uuid
      and person_id <> ${officer.personId}::uuid`;
  if (added === 0)
    throw new Refusal("not-permitted", "This look is your own. Another privacy officer has to decide on it.");
  await recordAudit(work, { action: "review:decide", outcome: "done", detail: decision, concerns: lookupId });
}
