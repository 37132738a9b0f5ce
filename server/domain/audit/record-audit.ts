import type { Work } from "@/server/db/work";
import type { Actor } from "@/server/vocabulary/actor";
import type { AuditedAction, AuditOutcome } from "@/server/vocabulary/audited-action";
import type { OrganisationId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

export interface AuditEntry {
  /** What was done or tried: a permission, or one of the service's own acts. */
  readonly action: AuditedAction;
  readonly outcome: AuditOutcome;
  /** Why it was refused or failed, or what was answered; without names. */
  readonly detail?: string;
  readonly nhsNumber?: NhsNumber | string;
  /** The lookup, alert, feed or session concerned. */
  readonly concerns?: string;
  /** Of a system, on behalf of which organisation it acts; a person's is known. */
  readonly organisationId?: OrganisationId;
}

/** Puts on record, in the caller's transaction, that the actor did or tried something. Never changed afterwards. */
export async function recordAudit(work: Work, entry: AuditEntry): Promise<void> {
  const { personId, role, organisationId, careSettingId } = whoOf(work.actor, entry);
  const { action, outcome, detail = null, nhsNumber = null, concerns = null } = entry;

  await work.tx.$executeRaw`
    insert into audit (happened_at, actor_kind, person_id, actor_name, role, organisation_id, care_setting_id,
      action, outcome, detail, nhs_number, concerns)
    values (${work.now}, ${work.actor.kind}, ${personId}::uuid, ${work.actor.name}, ${role}, ${organisationId}::uuid,
      ${careSettingId}::uuid, ${action}, ${outcome}, ${detail}, ${nhsNumber}, ${concerns}::uuid)`;
}

/** A system has a name only; a person also a role, an organisation and, where they chose one, a setting. */
function whoOf(actor: Actor, { organisationId = null }: { readonly organisationId?: OrganisationId | null }) {
  if (actor.kind === "system") return { personId: null, role: null, organisationId, careSettingId: null };
  return { ...actor, careSettingId: actor.careSettingId ?? null };
}
