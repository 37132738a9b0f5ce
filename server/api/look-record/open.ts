import { seal } from "@/server/api/look-record/signature";
import type { Service } from "@/server/api/service";
import type { LookRecord } from "@/server/vocabulary/look-record";

export interface OpenedRecord {
  readonly record: LookRecord;
  /** The same, signed: shown back to take it away as a file, so that every file is of what was on the screen. */
  readonly sealed: string;
}

/** Signs a record that was just opened and put on record. Nothing of it is kept here. */
export async function sealRecord(service: Service, record: LookRecord): Promise<OpenedRecord> {
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  return { record, sealed: await seal(bytes, service.configuration.RECORD_SIGNING_KEYS) };
}
