import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { chronologyPdf } from "@/server/api/chronology-pdf/chronology-pdf";
import { readChronology } from "@/server/domain/chronology/read-chronology";
import { closeAlert } from "@/server/domain/alert/hold/close-alert";
import { sendMessage } from "@/server/domain/alert/messages/send-message";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import { RequestId, SubjectId } from "@/server/vocabulary/ids";
import { test, type AlertStory } from "@/test/support/alert-story";

const words = "Łucja waited with Ștefan: مرحبا, and then ẃe left.";

/** An alert that ended well, and after it a look at the wrong child. */
async function twoVisits(story: AlertStory) {
  const amira = await story.onCall("Amira Hassan");
  const first = await story.crewAsks();
  await story.takes(amira, first, 1);
  const message = { alertId: first.alertId, requestId: RequestId.parse(randomUUID()), body: words };
  await story.does(story.crew, 2, (work) => sendMessage(work, message));
  await story.does(amira.actor, 9, (work) =>
    closeAlert(work, { alertId: first.alertId, outcome: "sought-help-promptly" }),
  );
  const second = await story.crewAsks(20);
  await story.does(story.crew, 21, (work) => retractLookup(work, second.lookupId));

  const [subject] = await story.world.sql("select subject_id from alert where id = $1", [first.alertId]);
  const subjectId = SubjectId.parse(subject?.["subject_id"]);
  const read = () =>
    story.does(amira.actor, 30, (work) =>
      readChronology(work, { subjectId, from: null, to: "2026-11-23", form: "page" }),
    );
  return { first, second, subjectId, read };
}

test("a chronology says what was said and done, marks positive evidence and keeps what was retracted", async ({
  story,
}) => {
  const { first, second, read } = await twoVisits(story);

  const { entries } = await read();

  expect(entries).toMatchObject([
    { reference: first.reference, isPositive: true, isRetracted: false },
    { reference: second.reference, isPositive: false, isRetracted: true },
  ]);
  expect(entries[0]?.steps.map(({ quote }) => quote)).toContain(words);
});

test("people of another authority find no such child", async ({ story }) => {
  const { subjectId } = await twoVisits(story);
  const other = await story.secondAuthority();
  const stranger = await other.person("duty-social-worker", "Robin Stranger");

  const asked = story.does(stranger, 30, (work) =>
    readChronology(work, { subjectId, from: null, to: "2026-11-23", form: "page" }),
  );

  await expect(asked).rejects.toMatchObject({ kind: "not-found" });
});

test("the paper holds every entry, whole names, and nothing outside the page", async ({ story }) => {
  const { first, second, read } = await twoVisits(story);
  const pieces: Uint8Array[] = [];
  for await (const piece of chronologyPdf(await read())) pieces.push(piece);

  const paper = await getDocument({ data: new Uint8Array(Buffer.concat(pieces)) }).promise;
  const page = await paper.getPage(1);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");

  for (const part of [first.reference, second.reference, "Łucja", "Ștefan", "ẃe left"])
    expect(text).toContain(part);
  const [, , width = 0] = page.view;
  for (const item of items) {
    if ("transform" in item) expect(Number(item.transform[4]) + item.width).toBeLessThanOrEqual(width);
  }
});
