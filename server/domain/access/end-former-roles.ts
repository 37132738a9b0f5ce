import { z } from "zod";
import type { Work } from "@/server/db/work";
import { endSession } from "@/server/domain/access/end-session";
import { SessionId, type OrganisationId, type PersonId } from "@/server/vocabulary/ids";
import type { Role } from "@/server/vocabulary/permission";

interface Held {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly role: Role;
}

/**
 * Ends what somebody still has open at an organisation in another role than they have just signed in with: who has which
 * role is what the issuer said last. Another system that a person acts through has signed them in for itself.
 */
export async function endFormerRoles(work: Work, { personId, organisationId, role }: Held): Promise<void> {
  const rows: unknown = await work.tx.$queryRaw`
    select id from session
    where person_id = ${personId}::uuid and organisation_id = ${organisationId}::uuid and role <> ${role}
      and door = 'people' and ended_at is null and expires_at > ${work.now}
    order by id for update`;
  for (const { id } of z.array(z.object({ id: SessionId })).parse(rows)) {
    await endSession(work, id, "replaced");
  }
}
