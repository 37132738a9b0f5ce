import { setImmediate } from "node:timers/promises";
import type { Block } from "@/server/api/chronology-pdf/blocks";
import { openPaper } from "@/server/api/chronology-pdf/paper";
import type { CheckedRecord } from "@/server/api/look-record/file";
import { formatDateTime } from "@/server/vocabulary/london-time";
import type { LookRecord } from "@/server/vocabulary/look-record";
import { countOf, entriesOfRecord, type RecordEntry } from "@/server/vocabulary/look-record-words";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

/**
 * The record on paper, with the digest of the facts and the signature over them on its last page. Its title and every
 * page's head and foot say nothing about whose it is.
 */
export async function lookRecordPdf(checked: CheckedRecord): Promise<Uint8Array> {
  const { record } = checked;
  const { organisation, openedAt, openedBy } = record;
  const paper = openPaper({
    title: "Who looked at one NHS number",
    author: organisation.name,
    head: `${organisation.name}. Who looked at one NHS number`,
    foot: `Opened ${formatDateTime(openedAt)} by ${openedBy}, official-sensitive`,
    madeAt: openedAt,
  });
  for (const blocks of sectionsOf(checked)) {
    paper.write(blocks);
    // Between two entries others have their turn.
    await setImmediate();
  }
  paper.end();
  return paper.read();
}

function* sectionsOf(checked: CheckedRecord): Generator<readonly Block[], void, undefined> {
  const entries = entriesOfRecord(checked.record);
  yield headBlocks(checked.record, entries.length);
  for (const [index, entry] of entries.entries()) yield entryBlocks(entry, index + 1);
  yield proofBlocks(checked, entries.length);
}

function headBlocks({ nhsNumber, scope, openedAt, openedBy, ...record }: LookRecord, count: number): Block[] {
  return [
    body(`${record.organisation.name}. Opened ${formatDateTime(openedAt)} by ${openedBy}.`),
    { style: "title", text: "Who looked at one NHS number" },
    body(`NHS number ${formatNhsNumber(nhsNumber)}`),
    body(scope),
    body(
      `${countOf(record.looks.length, "look")}, ${countOf(record.acts.length, "other act")}. Entries: ${String(count)}. Times are London times.`,
    ),
    ...(count === 0 ? [strong("Nothing is on record under this number.")] : []),
  ];
}

function entryBlocks({ title, lines }: RecordEntry, number: number): Block[] {
  return [
    { style: "entry", text: `Entry ${String(number)}. ${title}` },
    ...lines.map(({ heading, text }) => body(`${heading}: ${text}`)),
  ];
}

function proofBlocks({ digest, signature, keyId }: CheckedRecord, count: number): Block[] {
  return [
    strong(`End of the record. Entries: ${String(count)}.`),
    { style: "section", text: "How to check it" },
    body(
      "The same facts are in the file who-looked.json. Its bytes were signed when the record was opened; the signature is the file who-looked.jws and stands here too. The public keys are at /api/record-keys of the service.",
    ),
    body(`SHA-256 of who-looked.json: ${digest}`),
    body(`Key: ${keyId}`),
    body(`Signature: ${signature}`),
    body("This paper itself is not signed: where it and the signed file differ, the signed file counts."),
  ];
}

function body(text: string): Block {
  return { style: "body", text };
}

function strong(text: string): Block {
  return { style: "strong", text };
}
