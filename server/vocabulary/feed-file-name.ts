/** Which authority's list a file is, and its place in the sequence. */
export interface FeedFileName {
  readonly authorityCode: string;
  readonly sequence: number;
}

/** What a file must be called, in words for the person who named it otherwise. */
export const feedFileNameRule =
  "Name the file by your authority's GSS code, an underscore and the sequence number, for example E08000035_42.csv.";

const largestSequence = 2_147_483_647;

/** Reads `<gss code>_<sequence>.csv`; undefined for any other name. */
export function parseFeedFileName(fileName: string): FeedFileName | undefined {
  const [, code, digits] = /^(E\d{8})_(\d{1,10})\.csv$/i.exec(fileName.trim()) ?? [];
  const sequence = parseFeedSequence(digits ?? "");
  if (code === undefined || sequence === undefined) return undefined;
  return { authorityCode: code.toUpperCase(), sequence };
}

/** A sequence number: whole, from 1 on. Undefined for anything else. */
export function parseFeedSequence(digits: string): number | undefined {
  if (!/^\d{1,10}$/.test(digits)) return undefined;
  const sequence = Number(digits);
  return sequence >= 1 && sequence <= largestSequence ? sequence : undefined;
}
