import type { FeedSource } from "@/server/domain/register/feed-file/feed-source";

export type DecodedFeed =
  | { readonly ok: true; readonly text: () => AsyncIterable<string>; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string };

const byteOrderMarks = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

const workbookSignatures = [
  [0x50, 0x4b, 0x03, 0x04], // .xlsx, .ods
  [0xd0, 0xcf, 0x11, 0xe0], // .xls
];

/**
 * Bytes to text, piece by piece. A byte-order mark decides; without one UTF-8 is tried on the whole file, strictly,
 * and then Windows-1252, which is how older spreadsheets save. What is plainly no text (a workbook, a picture) is
 * refused in words.
 */
export async function decodeFeed(source: FeedSource): Promise<DecodedFeed> {
  const start = await firstBytes(source);
  if (workbookSignatures.some((signature) => beginsWith(start, signature))) {
    return refuse("This is a workbook, not a CSV file. In the spreadsheet choose Save as, then CSV UTF-8.");
  }
  const mark = byteOrderMarks.find((candidate) => beginsWith(start, candidate.bytes));
  const encoding = mark?.encoding ?? ((await isUtf8(source)) ? "utf-8" : "windows-1252");
  const text = () => decoded(source, encoding);

  const content = await contentOf(text());
  if (content === "no-text") return refuse("This is not a CSV file: it holds bytes that are no text.");
  if (content === "blank") return refuse("The file is empty.");
  return { ok: true, text, notes: encoding === "windows-1252" ? [oldCharacters] : [] };
}

const oldCharacters = "The file is not UTF-8 and was read as Windows-1252. Check names with accents.";

async function firstBytes(source: FeedSource): Promise<Uint8Array> {
  for await (const piece of source()) return piece.subarray(0, 4);
  return new Uint8Array();
}

async function isUtf8(source: FeedSource): Promise<boolean> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of source()) strict.decode(piece, { stream: true });
    strict.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function* decoded(source: FeedSource, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of source()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function contentOf(text: AsyncIterable<string>): Promise<"text" | "blank" | "no-text"> {
  let content: "text" | "blank" = "blank";
  for await (const piece of text) {
    if (piece.includes("\0")) return "no-text";
    if (piece.trim() !== "") content = "text";
  }
  return content;
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function refuse(message: string): DecodedFeed {
  return { ok: false, message };
}
