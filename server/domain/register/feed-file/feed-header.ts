import { feedColumns, isFeedColumn } from "@/server/domain/register/feed-file/feed-columns";

/** "NHS Number " and "nhs-number" are nhs_number. */
export function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/** What is wrong with the names in the first row; undefined if nothing is. */
export function headerFault(header: readonly string[]): string | undefined {
  const missing = feedColumns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const what = missing.length === 1 ? "A column is missing" : "Columns are missing";
    return `${what} in the first row: ${missing.join(", ")}.`;
  }
  const twice = feedColumns.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice.length > 0)
    return `A column appears twice in the first row: ${twice.join(", ")}. Keep one of them.`;
  return undefined;
}

/** What of ours a file carries home again without being asked: the columns of a corrected file. */
export const problemColumn = "lantern_problem";
export const suggestionColumn = "lantern_suggestion";
const ownNotes: readonly string[] = [problemColumn, suggestionColumn];

/** Names the columns that were not read. */
export function unknownColumnNotes(header: readonly string[]): readonly string[] {
  const unknown = header.filter((name) => name !== "" && !isFeedColumn(name) && !ownNotes.includes(name));
  if (unknown.length === 0) return [];
  return [`Columns that Lantern does not know were ignored: ${unknown.join(", ")}.`];
}
