import { z } from "zod";
import type { Database } from "@/server/db/client";
import type { PersonActor } from "@/server/vocabulary/actor";
import { CareSettingId, OrganisationId, PersonId, type SessionId } from "@/server/vocabulary/ids";
import { roles } from "@/server/vocabulary/permission";

const SessionRow = z.object({
  state: z.enum(["open", "idle", "expired", "ended"]),
  person_id: PersonId,
  name: z.string(),
  role: z.enum(roles),
  organisation_id: OrganisationId,
  organisation_name: z.string(),
  authority_ids: z.array(OrganisationId),
  care_setting_id: CareSettingId.nullable(),
  care_setting_name: z.string().nullable(),
});

/** The pool, or the transaction in which the answer is needed. */
type Asked = Pick<Database, "$queryRaw">;

export type FoundSession =
  | { readonly state: "open" | "idle" | "expired" | "ended"; readonly actor: PersonActor }
  | { readonly state: "unknown" };

/**
 * Who stands behind a session at this moment, in one round trip; an open one is marked as seen. Asked on every call,
 * so that a person who was signed out, anywhere, is refused at once.
 */
export async function findSessionActor(
  database: Asked,
  sessionId: SessionId,
  now: Date,
): Promise<FoundSession> {
  const rows: unknown[] = await database.$queryRaw`select * from session_actor(${sessionId}::uuid, ${now})`;
  const parsed = SessionRow.safeParse(rows[0]);
  if (!parsed.success) return { state: "unknown" };

  const row = parsed.data;
  return {
    state: row.state,
    actor: {
      kind: "person",
      personId: row.person_id,
      sessionId,
      name: row.name,
      role: row.role,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      authorityIds: row.authority_ids,
      careSettingId: row.care_setting_id ?? undefined,
      careSettingName: row.care_setting_name ?? undefined,
    },
  };
}
