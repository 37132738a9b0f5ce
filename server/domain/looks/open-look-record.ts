import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { readLookFacts } from "@/server/domain/looks/read-look-facts";
import { scopeInWords, type LookRecord } from "@/server/vocabulary/look-record";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { Refusal } from "@/server/vocabulary/refusal";

const Own = z.tuple([z.object({ code: z.string(), name: z.string(), kind: z.string() })]);

/**
 * Who looked at one NHS number, why, who was told and what they did, as the actor's organisation has it on record.
 * Opening it is itself on record with the number; the record that is opened ends just before that. Refuses an NHS
 * number that fails its check.
 */
export async function openLookRecord(work: Work, typed: string): Promise<LookRecord> {
  const { actor, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can open this record.");
  const parsed = parseNhsNumber(typed);
  if (!parsed.ok) throw new Refusal("invalid", parsed.message);

  const rows: unknown = await work.tx.$queryRaw`
    select code, name, kind from organisation where id = ${actor.organisationId}::uuid`;
  const [organisation] = Own.parse(rows);
  const facts = await readLookFacts(work, actor, parsed.nhsNumber);
  await recordAudit(work, {
    action: "looks:read",
    outcome: "done",
    detail: `looks: ${String(facts.looks.length)}, other acts: ${String(facts.acts.length)}`,
    nhsNumber: parsed.nhsNumber,
  });
  return {
    format: "lantern-look-record-1",
    nhsNumber: parsed.nhsNumber,
    organisation,
    openedAt: now,
    openedBy: actor.name,
    scope: scopeInWords(organisation),
    ...facts,
  };
}
