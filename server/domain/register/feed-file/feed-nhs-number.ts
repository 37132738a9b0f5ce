import { parseNhsNumber, type NhsNumber, type NhsNumberProblem } from "@/server/vocabulary/nhs-number";

export type FeedNhsNumber =
  { readonly ok: true; readonly nhsNumber: NhsNumber } | { readonly ok: false; readonly message: string };

/**
 * Reads an NHS number from a cell. Spaces, dashes and the marks that spreadsheets put around text are forgiven; what
 * a spreadsheet has destroyed is named as that, since no amount of checking the digits will bring them back.
 */
export function readFeedNhsNumber(cell: string): FeedNhsNumber {
  const bare = cell
    .replace(/^="?(.*?)"?$/, "$1")
    .replace(/^'/, "")
    .replace(/^(\d{10})\.0+$/, "$1");
  if (/^\d(\.\d+)?E\+?\d+$/i.test(bare)) {
    return {
      ok: false,
      message: `A spreadsheet has turned the number into ${bare} and its last digits are lost. Format the column as text and enter the number again.`,
    };
  }
  const parsed = parseNhsNumber(bare);
  return parsed.ok ? parsed : { ok: false, message: clerkWords[parsed.problem] };
}

/** For somebody who keeps a list, not for somebody who stands beside a child. */
const clerkWords = {
  empty: "The NHS number is missing.",
  "not-digits": "An NHS number has ten digits and nothing else.",
  "too-short":
    "There are fewer than ten digits. A spreadsheet may have taken off zeros at the front: format the column as text and enter the number again.",
  "too-long": "There are more than ten digits.",
  "check-digit": "The number fails its check: at least one digit is wrong.",
  scottish: "This is a Scottish number (CHI). The list takes NHS numbers of England and Wales only.",
  "northern-irish":
    "This is a Northern Irish number (H&C). The list takes NHS numbers of England and Wales only.",
  irish: "This is an Irish number (IHI). The list takes NHS numbers of England and Wales only.",
  "not-issued": "No NHS number begins with these digits.",
  "national-insurance-number": "This is a National Insurance number, not an NHS number.",
} as const satisfies Record<NhsNumberProblem, string>;
