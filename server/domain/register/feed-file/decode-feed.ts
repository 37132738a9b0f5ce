export type DecodedFeed =
  | { readonly ok: true; readonly text: string; readonly notes: readonly string[] }
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
 * Bytes to text. A byte-order mark decides; without one UTF-8 is tried, strictly, and then Windows-1252, which is how
 * older spreadsheets save. What is plainly no text (a workbook, a picture) is refused in words.
 */
export function decodeFeed(bytes: Uint8Array): DecodedFeed {
  if (workbookSignatures.some((signature) => beginsWith(bytes, signature))) {
    return refuse("This is a workbook, not a CSV file. In the spreadsheet choose Save as, then CSV UTF-8.");
  }
  const decoded = decodeText(bytes);
  if (decoded.text.includes("\0")) return refuse("This is not a CSV file: it holds bytes that are no text.");
  if (decoded.text.trim() === "") return refuse("The file is empty.");
  return { ok: true, ...decoded };
}

function decodeText(bytes: Uint8Array): { text: string; notes: string[] } {
  const mark = byteOrderMarks.find((candidate) => beginsWith(bytes, candidate.bytes));
  if (mark !== undefined) return { text: new TextDecoder(mark.encoding).decode(bytes), notes: [] };

  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      notes: ["The file is not UTF-8 and was read as Windows-1252. Check names with accents."],
    };
  }
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function refuse(message: string): DecodedFeed {
  return { ok: false, message };
}
