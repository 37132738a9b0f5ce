import { createHash } from "node:crypto";
import { lookRecordPdf } from "@/server/api/look-record/pdf";
import { openSealed, type SignedRecord } from "@/server/api/look-record/signature";
import type { Service } from "@/server/api/service";
import { LookRecord, type ExportForm } from "@/server/vocabulary/look-record";
import { Refusal } from "@/server/vocabulary/refusal";

/** A record that was shown back, found to be one of ours and unchanged. */
export interface CheckedRecord extends SignedRecord {
  readonly record: LookRecord;
  readonly digest: string;
}

export interface RecordFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Refuses what was not signed by this service, or was changed since. */
export async function checkSealed(service: Service, sealed: string): Promise<CheckedRecord> {
  const signed = await openSealed(sealed, service.configuration.RECORD_SIGNING_KEYS);
  if (signed === undefined) {
    throw new Refusal("invalid", "This record was changed or is not one of Lantern’s. Open it again.");
  }
  const record = LookRecord.parse(JSON.parse(new TextDecoder().decode(signed.bytes)));
  return { ...signed, record, digest: createHash("sha256").update(signed.bytes).digest("hex") };
}

/** The file, under a name that tells nobody whose record it is. */
export async function fileOf(checked: CheckedRecord, form: ExportForm): Promise<RecordFile> {
  const { fileName, mediaType } = kinds[form];
  const bytes = {
    json: () => checked.bytes,
    signature: () => new TextEncoder().encode(checked.signature),
    pdf: () => lookRecordPdf(checked),
  }[form]();
  return { fileName, mediaType, base64: Buffer.from(await bytes).toString("base64") };
}

const kinds = {
  json: { fileName: "who-looked.json", mediaType: "application/json" },
  pdf: { fileName: "who-looked.pdf", mediaType: "application/pdf" },
  signature: { fileName: "who-looked.jws", mediaType: "application/jose" },
} as const satisfies Record<ExportForm, { readonly fileName: string; readonly mediaType: string }>;
