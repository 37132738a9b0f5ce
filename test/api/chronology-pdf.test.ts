import { expect, test } from "@playwright/test";
import { breakLines } from "@/server/api/chronology-pdf/break-lines";
import { chronologyPdf } from "@/server/api/chronology-pdf/chronology-pdf";
import { printable } from "@/server/api/chronology-pdf/printable";
import { visualRuns } from "@/server/api/chronology-pdf/visual-runs";
import type { Chronology, Entry } from "@/server/domain/chronology/chronology";
import { OrganisationId, SubjectId } from "@/server/vocabulary/ids";
import { entryOf, event, look, minute } from "@/test/support/chronology-facts";
import { readPdf, type ReadPdf } from "@/test/support/read-pdf";

const names = { familyName: "Wiśniewska-Łoś", givenNames: "Ștefania Gwenllïan ẃ" };

function chronologyOf(entries: readonly Entry[], child: Partial<Chronology["child"]> = {}): Chronology {
  return {
    reference: "C-9F3A21B7",
    from: null,
    to: "2026-11-24",
    readAt: minute(0),
    readBy: "Amira Hassan",
    entries,
    child: {
      subjectId: SubjectId.parse("019ab000-0000-7000-8000-00009f3a21b7"),
      authorityId: OrganisationId.parse("019ab000-0000-7000-8000-000000000001"),
      authorityName: "Leeds City Council",
      nhsNumber: "9990000018",
      supersededBy: null,
      dateOfBirth: "2020-02-29",
      plans: [{ kind: "child-protection", startOn: "2026-01-05", endOn: null, dueOn: null, localId: "L-7" }],
      ...names,
      ...child,
    },
  };
}

/** So many entries, each with a remark of its own. */
function entriesWith(count: number, remark: (number: number) => string): readonly Entry[] {
  return Array.from({ length: count }, (_, index) => ({
    ...entryOf({ events: [event("summary", 9, { detail: remark(index + 1) })] }),
    number: index + 1,
  }));
}

async function piecesOf(chronology: Chronology): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of chronologyPdf(chronology)) pieces.push(piece);
  return pieces;
}

async function made(chronology: Chronology): Promise<ReadPdf> {
  return readPdf(Buffer.concat(await piecesOf(chronology)));
}

function textOf({ pages }: ReadPdf): string {
  return pages.map(({ text }) => text).join("\n");
}

test("names are whole, every entry is there, and nothing stands outside its page", async () => {
  const pdf = await made(
    chronologyOf(entriesWith(40, (number) => `Remark number ${String(number)}. `.repeat(60))),
  );
  const text = textOf(pdf);

  expect(text).toContain(`Chronology of ${names.givenNames} ${names.familyName}`);
  expect(text).toContain("NHS number 999 000 0018");
  for (let number = 1; number <= 40; number += 1) {
    expect(text).toContain(`Entry ${String(number)}. 23 November 2026, 21:10`);
    expect(text.split(`Remark number ${String(number)}.`)).toHaveLength(61);
  }
  expect(text).toContain("End of chronology C-9F3A21B7. Entries: 40.");
  for (const { boxes, width, height } of pdf.pages) {
    const outside = boxes.filter(
      ({ left, right, bottom, top }) => left < 20 || right > width - 20 || bottom < 20 || top > height - 20,
    );
    expect(outside).toEqual([]);
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  }
});

test("every page says what it is, who printed it and which it is", async () => {
  const { pages } = await made(chronologyOf(entriesWith(12, () => "Seen. ".repeat(200))));

  expect(pages.length).toBeGreaterThan(3);
  for (const [index, { text }] of pages.entries()) {
    expect(text).toContain("Leeds City Council. Chronology C-9F3A21B7");
    expect(text).toContain("Printed 23 November 2026, 21:10 by Amira Hassan, official-sensitive");
    expect(text).toContain(`Page ${String(index + 1)}`);
  }
});

test("a reader that speaks is given language, title and headings, and the title names nobody", async () => {
  const { title, language, isTagged, pages } = await made(chronologyOf(entriesWith(2, () => "Seen.")));

  expect({ title, language, isTagged }).toEqual({
    title: "Chronology C-9F3A21B7",
    language: "en-GB",
    isTagged: true,
  });
  expect(pages[0]?.tags.filter((tag) => tag.startsWith("H"))).toEqual(["H1", "H2", "H2", "H3", "H3"]);
});

test("an entry begins on a new page rather than being cut, unless it is longer than a page", async () => {
  const { pages } = await made(chronologyOf(entriesWith(6, () => "Seen by somebody. ".repeat(80))));

  for (const { text } of pages) {
    expect(text.match(/Entry \d/g)?.length ?? 0).toBe(
      text.match(/Nobody has taken this alert yet/g)?.length ?? 0,
    );
  }
  const [first, ...more] = (await made(chronologyOf(entriesWith(1, () => "word ".repeat(2000))))).pages;
  expect(first?.text).toContain("Entry 1.");
  expect(more.length).toBeGreaterThan(1);
});

test("what was taken back is there, and says so", async () => {
  const takenBack = entryOf({ looks: [look()], events: [event("wrong-child", 3)] });

  const text = textOf(await made(chronologyOf([takenBack])));

  expect(text).toContain("Retracted: this was about another child. Kept on record, struck through.");
  expect(text).toContain("Retracted: Sam Rider, crew");
});

test("500 entries go out in pieces, none of them large, and the heap does not grow with them", async () => {
  const chronology = chronologyOf(entriesWith(500, (number) => `Remark ${String(number)}. `.repeat(40)));
  const sizes: number[] = [];
  let highest = 0;
  const before = process.memoryUsage().heapUsed;
  for await (const piece of chronologyPdf(chronology)) {
    sizes.push(piece.length);
    highest = Math.max(highest, process.memoryUsage().heapUsed - before);
  }

  expect(sizes.length).toBeGreaterThan(50);
  // The last holds the letters and the table of contents of the file.
  expect(Math.max(...sizes.slice(0, -1))).toBeLessThan(50_000);
  expect(highest).toBeLessThan(120_000_000);
});

const texts = [
  ["a name with marks", "Łukasz Ș ẃ", "Łukasz Ș ẃ"],
  ["a mark beside its letter", "w\u0301", "ẃ"],
  ["line ends of other systems", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ["signs that turn the order around", "abc\u202edef\u2066ghi", "abcdefghi"],
  ["tabs and wide spaces", "a\tb\u00a0c", "a b c"],
  ["controls", "a\u0000b\u0007c", "abc"],
  ["what has no glyph", "中\u{1f9ff}", "[U+4E2D][U+1F9FF]"],
] as const;

for (const [what, text, printed] of texts) {
  test(`${what} is printed as ${JSON.stringify(printed)}`, () => {
    expect(printable(text, (codePoint) => codePoint < 0x4000)).toBe(printed);
  });
}

test("lines are broken between words, inside a word only where it is wider than a line", () => {
  const lines = (text: string) => breakLines(text, 10, (part) => part.length);

  expect(lines("one two three four")).toEqual(["one two ", "three four"]);
  expect(lines("one\n\ntwo")).toEqual(["one", "", "two"]);
  expect(lines("abcdefghijklmnopqrstuvwxyz yes")).toEqual(["abcdefghij", "klmnopqrst", "uvwxyz yes"]);
  expect(lines("")).toEqual([""]);
});

const orders = [
  ["letters from the left stay one run", "one two", ["one two"]],
  ["words from the right are turned around", "محمد علي", ["علي", " ", "محمد"]],
  ["a number among them is not", "رقم 12 في", ["في", " ", "12", " ", "رقم"]],
  ["a sentence from the left stays around them", "by محمد علي, crew", ["by ", "علي", " ", "محمد", ", crew"]],
] as const;

for (const [what, line, runs] of orders) {
  test(`on paper ${what}`, () => {
    expect(visualRuns(line, "ltr")).toEqual(runs);
  });
}

test("a name in Arabic is written, and read out in its own order", async () => {
  const { pages } = await made(chronologyOf([], { familyName: "حسن", givenNames: "محمد" }));

  expect(pages[0]?.text.normalize("NFKC")).toMatch(/محمد.*حسن|حسن.*محمد/);
});
