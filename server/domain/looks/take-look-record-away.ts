import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ExportForm, LookRecord } from "@/server/vocabulary/look-record";
import { Refusal } from "@/server/vocabulary/refusal";

export interface TakenAway {
  readonly record: LookRecord;
  /** SHA-256 of its bytes, so that a file can be found again in the audit. */
  readonly digest: string;
  readonly form: ExportForm;
}

/**
 * Puts on record that somebody takes a record away as a file. The record must be one that was opened for the actor's
 * own organisation. Refuses: not found.
 */
export async function takeLookRecordAway(work: Work, { record, digest, form }: TakenAway): Promise<void> {
  const { actor } = work;
  const organisationId = actor.kind === "person" ? actor.organisationId : null;
  const rows: unknown = await work.tx.$queryRaw`
    select id from organisation where id = ${organisationId}::uuid and code = ${record.organisation.code}`;
  if (z.array(z.unknown()).parse(rows).length === 0)
    throw new Refusal("not-found", "There is no such record of your organisation. Open it again.");

  await recordAudit(work, {
    action: "looks:export",
    outcome: "done",
    detail: `${form}, SHA-256 ${digest}`,
    nhsNumber: record.nhsNumber,
  });
}
