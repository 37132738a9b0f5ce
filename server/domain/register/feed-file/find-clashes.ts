import { rowKeyOf, type FeedRow, type RowProblem } from "@/server/domain/register/feed-file/feed-row";

/**
 * Problems that rows have with each other: the same plan twice, or one NHS number under two names or birth dates.
 * Every row concerned is told, since no rule can know which is right; the last one never wins. Pure.
 */
export function findClashes(rows: readonly FeedRow[]): RowProblem[] {
  const byPerson = Map.groupBy(rows, (row) => row.nhsNumber);
  return [...byPerson.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => [...differingPeople(group), ...plansTwice(group)]);
}

function differingPeople(group: readonly FeedRow[]): RowProblem[] {
  const keys = new Map(group.map((row) => [row, personKey(row)]));
  if (new Set(keys.values()).size === 1) return [];

  return group.flatMap((row) => {
    const others = firstOthers(group, row, (other) => keys.get(other) !== keys.get(row));
    return {
      rowNumber: row.rowNumber,
      column: "nhs_number",
      value: row.nhsNumber,
      rowAnswer: "CPR07",
      rowKey: rowKeyOf(row),
      message: `This NHS number has another name or date of birth in ${rowList(others)}.`,
    };
  });
}

/** Who a row says the person is; capitals and doubled spaces make no other person. */
function personKey(row: FeedRow): string {
  const name = `${row.familyName}|${row.givenNames}`.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
  return `${name}|${row.dateOfBirth}`;
}

function plansTwice(group: readonly FeedRow[]): RowProblem[] {
  return group.flatMap((row) => {
    const others = firstOthers(group, row, (other) => isSamePlan(row, other));
    if (others.length === 0) return [];
    return {
      rowNumber: row.rowNumber,
      column: "",
      value: "",
      rowAnswer: "CPR07",
      rowKey: rowKeyOf(row),
      message: `The same plan is also in ${rowList(others)}: same person, same plan type, overlapping dates. Keep one.`,
    };
  });
}

function isSamePlan(one: FeedRow, other: FeedRow): boolean {
  if (one.kind !== other.kind) return false;
  if (one.startOn === other.startOn) return true;
  // A plan that was entered in error may lie beside the right one.
  if (one.deletedOn !== null || other.deletedOn !== null) return false;
  return endsAfter(one, other.startOn) && endsAfter(other, one.startOn);
}

/** A plan may end on the day on which the next one starts. */
function endsAfter(row: FeedRow, day: string): boolean {
  return row.endOn === null || row.endOn > day;
}

const mostRowsNamed = 5;

/** One more than are named, and no further: a file may hold ten thousand rows of one number. */
function firstOthers(
  group: readonly FeedRow[],
  row: FeedRow,
  isMeant: (other: FeedRow) => boolean,
): readonly FeedRow[] {
  const others: FeedRow[] = [];
  for (const other of group) {
    if (others.length > mostRowsNamed) break;
    if (other !== row && isMeant(other)) others.push(other);
  }
  return others;
}

function rowList(rows: readonly FeedRow[]): string {
  const numbers = rows.slice(0, mostRowsNamed).map((row) => row.rowNumber);
  const more = rows.length > mostRowsNamed ? " and others" : "";
  return `${rows.length === 1 ? "row" : "rows"} ${numbers.join(", ")}${more}`;
}
