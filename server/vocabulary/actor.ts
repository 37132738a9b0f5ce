import type { CareSettingId, OrganisationId, PersonId, SessionId } from "@/server/vocabulary/ids";
import type { Role } from "@/server/vocabulary/permission";

/** A person who is signed in, in the one role and for the one organisation that this session stands for. */
export interface PersonActor {
  readonly kind: "person";
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  /** Authorities whose register entries and alerts this person works for; empty for health staff. */
  readonly authorityIds: readonly OrganisationId[];
  /** Where the person works this shift; health staff choose it once. */
  readonly careSettingId: CareSettingId | undefined;
  readonly careSettingName: string | undefined;
}

/** A named part of the service that acts by itself, so that work in the background is attributable too. */
export interface SystemActor {
  readonly kind: "system";
  readonly name: "worker" | "sign-in" | "feed-door" | "push-receipts" | "directory" | "health" | "door";
}

export type Actor = PersonActor | SystemActor;

export function systemActor(name: SystemActor["name"]): SystemActor {
  return { kind: "system", name };
}
