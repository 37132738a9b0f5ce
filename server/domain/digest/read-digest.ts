import { z } from "zod";
import type { Work } from "@/server/db/work";
import { nextDigestDay } from "@/server/domain/digest/digest-week";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";
import { DigestOutcome } from "@/server/vocabulary/weekly-digest";

const Row = z.object({
  hint: z.string(),
  isOn: z.boolean(),
  endedAt: z.date().nullable(),
  outcome: DigestOutcome.nullable(),
});

/** What a person reads of their own weekly e-mail. */
interface OwnDigest {
  /** Where it goes, as far as one's own address is to be known again; undefined where it goes nowhere. */
  readonly hint: string | undefined;
  readonly next: LondonDate;
  /** How the newest ended; undefined where none was sent yet. */
  readonly newest: { readonly endedAt: Date; readonly outcome: DigestOutcome } | undefined;
}

/** Whether the person who is signed in is sent the week in this role, and how that went. */
export async function readDigest({ actor, tx, now }: Work): Promise<OwnDigest> {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can ask for this.");
  const rows: unknown[] = await tx.$queryRaw`
    select hint, stopped_at is null as "isOn", ended_at as "endedAt", outcome from weekly_digest
    where person_id = ${actor.personId}::uuid and organisation_id = ${actor.organisationId}::uuid
      and role = ${actor.role}`;
  const row = rows[0] === undefined ? undefined : Row.parse(rows[0]);
  const newest =
    row !== undefined && row.endedAt !== null && row.outcome !== null
      ? { endedAt: row.endedAt, outcome: row.outcome }
      : undefined;
  return { hint: row?.isOn === true ? row.hint : undefined, next: nextDigestDay(now), newest };
}
