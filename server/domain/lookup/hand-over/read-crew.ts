import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { CrewMember } from "@/server/domain/lookup/hand-over/group-crew";
import { callSignKey } from "@/server/vocabulary/call-sign";
import { PersonId } from "@/server/vocabulary/ids";

const Row = z.object({
  personId: PersonId,
  name: z.string(),
  callSign: z.string().nullable(),
  phones: z.number(),
});

/**
 * Who of the person's own organisation could be handed a card at this moment, and matches: signed in within 12 hours and
 * not out again. The person is not among them.
 */
export async function readCrew({ tx, now }: Work, text: string): Promise<readonly CrewMember[]> {
  const rows: unknown = await tx.$queryRaw`
    select person_id as "personId", name, call_sign as "callSign", phones
    from lantern_crew_at(${now}::timestamptz)
    where starts_with(regexp_replace(call_sign, '[ -]', '', 'g'), ${callSignKey(text)})
      or strpos(lower(name), lower(${text.trim()})) > 0
    order by name, person_id`;
  return z.array(Row).parse(rows);
}

/** Whoever is on this vehicle, or this one person; without whoever is not at work. */
export async function readReceivers(
  { tx, now }: Work,
  to: { readonly callSign: string } | { readonly personId: PersonId },
): Promise<readonly CrewMember[]> {
  const key = "callSign" in to ? callSignKey(to.callSign) : null;
  const personId = "personId" in to ? to.personId : null;
  const rows: unknown = await tx.$queryRaw`
    select person_id as "personId", name, call_sign as "callSign", phones
    from lantern_crew_at(${now}::timestamptz)
    where regexp_replace(call_sign, '[ -]', '', 'g') = ${key} or person_id = ${personId}::uuid
    order by name, person_id`;
  return z.array(Row).parse(rows);
}
