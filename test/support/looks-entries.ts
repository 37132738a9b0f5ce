import { expect } from "@playwright/test";
import { seal } from "@/server/api/look-record/signature";
import type { LookRecord } from "@/server/vocabulary/look-record";
import type { FullWorld } from "@/test/support/make-full-world";
import type { Entry } from "@/test/support/stranger-entry";
import { testSigningKeys } from "@/test/support/test-signing-keys";

// What the procedures about looks are asked with the ids of another organisation: see other-organisations.test.ts.

const anything: unknown = expect.anything();
const aText: unknown = expect.any(String);
const crew = (theirs: FullWorld) => theirs.crew;

/** Their record, signed as Lantern signs it. */
async function sealedRecord({ trustCode, child: { nhsNumber } }: FullWorld) {
  const record: LookRecord = {
    format: "lantern-look-record-1",
    nhsNumber,
    organisation: { code: trustCode, name: "Theirs", kind: "health" },
    openedAt: new Date("2099-11-23T21:14:00Z"),
    openedBy: "Somebody",
    scope: "Theirs.",
    looks: [],
    alerts: [],
    acts: [],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  return { sealed: await seal(bytes, testSigningKeys), form: "json" };
}

export const looksEntries: Readonly<Record<string, Entry>> = {
  "looks.open": { input: ({ miss: { nhsNumber } }) => ({ nhsNumber }), gets: { record: anything } },
  "looks.export": { input: sealedRecord, gets: "NOT_FOUND", ownerGets: { base64: aText } },
  // A look without a question, and a question, of others.
  "review.list": { gets: { looks: anything } },
  "review.decide": {
    input: ({ miss: { lookupId } }) => ({ lookupId, decision: "proportionate", note: "As usual." }),
    gets: "NOT_FOUND",
  },
  "review.own": { gets: [], owner: crew, ownerGets: [{ question: "Why?" }] },
  "review.answer": {
    input: ({ reviewId }) => ({ reviewId, answer: "On call." }),
    gets: "NOT_FOUND",
    owner: crew,
  },
};
