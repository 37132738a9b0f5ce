import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { OrganisationId, PersonId, SessionId, type WeeklyDigestId } from "@/server/vocabulary/ids";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { mayDo, roles } from "@/server/vocabulary/permission";

/** Who has not signed in with the role for so long is taken to have it no more: nobody tells us when somebody leaves. */
const standsForDays = 35;

const Row = z.object({
  personId: PersonId,
  name: z.string(),
  role: z.enum(roles),
  organisationId: OrganisationId,
  organisationName: z.string(),
  hasRole: z.boolean(),
  addressDigest: z.string(),
  sealedAddress: z.instanceof(Uint8Array),
  week: z.string().nullable(),
  isEnded: z.boolean(),
});

export interface FoundDigest {
  /** On whose behalf it is read: they see what the person sees, no more. */
  readonly reader: PersonActor;
  /** The role stands, so that it may be sent. */
  readonly hasRole: boolean;
  readonly addressDigest: string;
  readonly sealedAddress: Uint8Array;
  /** Of this week: undefined where it was not begun, else whether it came to an end. */
  readonly begun: "not-begun" | "broken-off" | "ended";
}

/** A person's weekly e-mail as it is to be sent; undefined where it was stopped. */
export async function findDigest(
  { tx, now }: Work,
  digestId: WeeklyDigestId,
  monday: LondonDate,
): Promise<FoundDigest | undefined> {
  const since = new Date(now.getTime() - standsForDays * 86_400_000);
  const rows: unknown[] = await tx.$queryRaw`
    select person_id as "personId", person.name, digest.role, organisation_id as "organisationId",
      organisation.name as "organisationName", address_digest as "addressDigest", sealed_address as "sealedAddress",
      week::text as week, ended_at is not null as "isEnded",
      exists (select from role_assignment held where held.person_id = digest.person_id
        and held.organisation_id = digest.organisation_id and held.role = digest.role
        and held.last_claimed_at > ${since}) as "hasRole"
    from weekly_digest digest join person on person.id = person_id join organisation on organisation.id = organisation_id
    where digest.id = ${digestId}::uuid and stopped_at is null`;
  if (rows[0] === undefined) return undefined;
  const { hasRole, addressDigest, sealedAddress, week, isEnded, ...who } = Row.parse(rows[0]);
  return {
    reader: readerOf(who, digestId),
    hasRole: hasRole && mayDo(who.role, "digest:choose"),
    addressDigest,
    sealedAddress,
    begun: week !== monday ? "not-begun" : isEnded ? "ended" : "broken-off",
  };
}

type Who = Pick<PersonActor, "personId" | "name" | "role" | "organisationId" | "organisationName">;

/** No session stands behind it: the digest's own id stands where one would. */
function readerOf(who: Who, digestId: WeeklyDigestId): PersonActor {
  return {
    kind: "person",
    ...who,
    sessionId: SessionId.parse(digestId),
    authorityIds: who.role === "authority-manager" ? [who.organisationId] : [],
    careSettingId: undefined,
    careSettingName: undefined,
  };
}
