import { recordTrouble } from "@/server/domain/audit/record-trouble";
import { permissionFor } from "@/server/standards/ask-about-child";
import { accessDenied, faultOf, unknownCaller, type Fault } from "@/server/standards/fhir/fault";
import type { StandardsService } from "@/server/standards/standards-service";
import type { FoundPerson } from "@/server/standards/who/find-person";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import { Refusal } from "@/server/vocabulary/refusal";

/** Who tried what, as far as it is known. */
interface Attempt {
  readonly mode: "unscheduled" | "scheduled";
  readonly now: Date;
}

type Actor = PersonActor | ReturnType<typeof systemActor>;

/** Nobody is known, so the door itself stands on record. */
export async function recordShut(
  service: StandardsService,
  { kind, words }: Exclude<FoundPerson, { kind: "person" }>,
  attempt: Attempt,
): Promise<Fault> {
  const actor = systemActor("door");
  if (kind === "unavailable")
    return recordCause(service, { ...attempt, actor, cause: new Refusal("unavailable", words) });
  const fault = kind === "refused" ? accessDenied(words) : unknownCaller(words);
  return recordFault(service, { ...attempt, actor, fault });
}

/** Puts on record that somebody was answered with this fault. */
export async function recordFault(
  service: StandardsService,
  { actor, mode, now, fault }: Attempt & { readonly actor: Actor; readonly fault: Fault },
): Promise<Fault> {
  const cause = new Refusal(fault.status === 400 ? "invalid" : "not-permitted", fault.words);
  await recordTrouble(service, { actor, now }, { permission: permissionFor(mode), cause });
  return fault;
}

/** Puts on record why somebody was not answered, and gives what to answer. */
export async function recordCause(
  service: StandardsService,
  { actor, mode, now, cause }: Attempt & { readonly actor: Actor; readonly cause: unknown },
): Promise<Fault> {
  await recordTrouble(service, { actor, now }, { permission: permissionFor(mode), cause });
  return faultOf(cause);
}
