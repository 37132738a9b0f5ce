import type { Logger } from "pino";
import type { Database } from "@/server/db/client";
import { withWork, type Occasion } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { AuditedAction } from "@/server/vocabulary/audited-action";
import { Refusal } from "@/server/vocabulary/refusal";

/** What every door has: where the record is kept, and the log for when it cannot be. */
export interface Recorder {
  readonly database: Database;
  readonly log: Logger;
}

interface Trouble {
  readonly permission: AuditedAction;
  readonly cause: unknown;
}

/**
 * Puts a refused or failed attempt on record, in a transaction of its own since the attempt's was rolled back. If the
 * database cannot be reached, the log is the record. Never throws.
 */
export async function recordTrouble(
  service: Recorder,
  occasion: Occasion,
  { permission, cause }: Trouble,
): Promise<void> {
  const outcome = cause instanceof Refusal ? "refused" : "failed";
  // Messages of refusals are ours; those of unforeseen errors may repeat what was typed, so only their name is kept.
  const detail = cause instanceof Refusal ? cause.message : errorName(cause);
  const person = occasion.actor.kind === "person" ? occasion.actor.personId : undefined;
  service.log[outcome === "refused" ? "info" : "error"]({ permission, outcome, detail, person }, "attempt");

  try {
    await withWork(service.database, occasion, (work) =>
      recordAudit(work, { action: permission, outcome, detail }),
    );
  } catch (error) {
    service.log.error(
      { permission, outcome, person, error: errorName(error) },
      "attempt could not be put on record",
    );
  }
}

function errorName(cause: unknown): string {
  if (!(cause instanceof Error)) return "unknown";
  const code = "code" in cause && typeof cause.code === "string" ? ` ${cause.code}` : "";
  return `${cause.name}${code}`;
}
