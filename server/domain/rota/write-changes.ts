import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ShiftChange } from "@/server/domain/rota/apply-changes";
import { Refusal } from "@/server/vocabulary/refusal";

export type NewChange = Omit<ShiftChange, "changeId" | "madeAt">;

/** Puts changes that belong together on record, in the actor's name. */
export async function writeChanges(work: Work, changes: readonly NewChange[]): Promise<void> {
  for (const change of changes) {
    const { teamId, personId, rung, coverId, startsAt, endsAt, kind } = change;
    const rows: unknown[] = await work.tx.$queryRaw`
      insert into shift_change (duty_team_id, person_id, rung, cover_id, starts_at, ends_at, kind, made_by_id, made_at)
      values (${teamId}::uuid, ${personId}::uuid, ${rung}::int, ${coverId}::uuid, ${startsAt}::timestamptz,
        ${endsAt}::timestamptz, ${kind}, ${personOf(work)}::uuid, ${work.now}::timestamptz)
      returning id`;
    const concerns = z.object({ id: z.uuid() }).parse(rows[0]).id;
    await recordAudit(work, { action: "shift:change", outcome: "done", detail: kind, concerns });
  }
}

/** Who acts; throws for the service itself, which never changes who has a shift. */
export function personOf({ actor }: Work) {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");
  return actor.personId;
}

/** Managers change anybody's shifts. Refuses others what does not concern themselves. */
export function checkOwn({ actor }: Work, people: readonly (string | null)[]): void {
  if (actor.kind === "person" && (actor.role === "authority-manager" || people.includes(actor.personId)))
    return;
  throw new Refusal("not-permitted", "You can change your own shifts only. Ask your manager for others.");
}
