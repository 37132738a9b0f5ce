import { z } from "zod";
import { isFeedColumn, type FeedColumn } from "@/server/domain/register/feed-file/feed-columns";
import { parseFeedDate } from "@/server/domain/register/feed-file/feed-date";
import { readFeedNhsNumber } from "@/server/domain/register/feed-file/feed-nhs-number";
import {
  dueDateFaults,
  personDateFaults,
  planDateFaults,
} from "@/server/domain/register/feed-file/date-faults";
import type { RawFeedRow } from "@/server/domain/register/feed-file/read-feed-table";
import type { RowAnswer } from "@/server/vocabulary/feed-answer";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { planKinds, planKindWords, type PlanKind } from "@/server/vocabulary/plan-kind";

/** One plan of one person, as a good row says it. */
export interface FeedRow {
  readonly rowNumber: number;
  readonly nhsNumber: NhsNumber;
  readonly familyName: string;
  readonly givenNames: string;
  readonly dateOfBirth: LondonDate;
  readonly localId: string;
  readonly kind: PlanKind;
  readonly startOn: LondonDate;
  readonly endOn: LondonDate | null;
  readonly deletedOn: LondonDate | null;
  /** Unborn plans only. */
  readonly dueOn: LondonDate | null;
}

/** Something wrong in one row, in words a clerk can act on. */
export interface RowProblem {
  readonly rowNumber: number;
  /** Empty where the whole row is meant. */
  readonly column: FeedColumn | "";
  readonly value: string;
  readonly rowAnswer: RowAnswer;
  readonly message: string;
  /** The row's person and case as far as they can be read: tomorrow the row may have another number. */
  readonly rowKey: string;
  /** What to write instead, where one answer is safe. */
  readonly suggestion?: string;
  /** The row was loaded all the same. */
  readonly isLoaded?: boolean;
}

/** Whom and which case a row speaks of. */
export function rowKeyOf({
  nhsNumber,
  localId,
}: {
  readonly nhsNumber: string;
  readonly localId: string;
}): string {
  return `${nhsNumber} ${localId}`;
}

/** Whose plan a rejected row speaks of, as far as that can be read: such a plan is not missing from the file. */
export interface RejectedRow {
  readonly nhsNumber: NhsNumber | undefined;
  readonly kind: PlanKind | undefined;
  readonly localId: string;
}

export type CheckedRow =
  | { readonly ok: true; readonly row: FeedRow }
  | { readonly ok: false; readonly problems: readonly RowProblem[]; readonly rejected: RejectedRow };

/** Checks one row by itself and tells all that is wrong with it; `today` is the date in London. */
export function checkFeedRow(raw: RawFeedRow, today: LondonDate): CheckedRow {
  if (raw.misfit !== undefined) {
    const message = "This row does not have as many cells as the first row.";
    return rejectRow(raw, [{ column: "", value: raw.misfit, message }]);
  }
  const cells = FeedCells.safeParse(raw.cells);
  if (!cells.success) return rejectRow(raw, cells.error.issues.map(faultOfIssue));

  const row = feedRow(raw.rowNumber, cells.data);
  const faults = dateFaults(row, today);
  return faults.length === 0 ? { ok: true, row } : rejectRow(raw, faults);
}

interface Fault {
  readonly column: FeedColumn | "";
  readonly message: string;
  /** Where it is not the cell itself that is to be shown. */
  readonly value?: string;
}

function rejectRow(raw: RawFeedRow, faults: readonly Fault[]): CheckedRow {
  const parsed = {
    nhsNumber: NhsNumberCell.safeParse(raw.cells.nhs_number),
    kind: PlanTypeCell.safeParse(raw.cells.plan_type),
  };
  return {
    ok: false,
    rejected: { nhsNumber: parsed.nhsNumber.data, kind: parsed.kind.data, localId: raw.cells.local_id },
    problems: faults.map(({ column, message, value = column === "" ? "" : raw.cells[column] }) => ({
      rowNumber: raw.rowNumber,
      column,
      value: value.slice(0, longestShown),
      rowAnswer: column === "nhs_number" ? "CPR04" : "CPR07",
      message,
      rowKey: rowKeyOf({ nhsNumber: raw.cells.nhs_number, localId: raw.cells.local_id }),
    })),
  };
}

/** More of a wrong value than this helps nobody to find it. */
const longestShown = 100;
const longestText = 200;

const NhsNumberCell = z.string().transform((cell, context) => {
  const read = readFeedNhsNumber(cell);
  return read.ok ? read.nhsNumber : refuseCell(context, read.message);
});

const PlanTypeCell = z.string().transform((cell, context) => {
  const kind = planKinds.find((candidate) => planKindWords[candidate].feedCode === cell.toUpperCase());
  return kind ?? refuseCell(context, "The plan type is CPP, LAC or UCPP.");
});

const TextCell = z.string().max(longestText, `This is longer than ${longestText} characters.`);
const NameCell = TextCell.min(1, "The name is missing.");

const OptionalDateCell = z.string().transform((cell, context): LondonDate | null => {
  if (cell === "") return null;
  const parsed = parseFeedDate(cell);
  return parsed.ok ? parsed.date : refuseCell(context, parsed.message);
});

const DateCell = OptionalDateCell.transform(
  (date, context) => date ?? refuseCell(context, "The date is missing."),
);

const FeedCells = z.object({
  nhs_number: NhsNumberCell,
  family_name: NameCell,
  given_names: NameCell,
  date_of_birth: DateCell,
  local_id: TextCell,
  plan_type: PlanTypeCell,
  start_date: DateCell,
  end_date: OptionalDateCell,
  delete_date: OptionalDateCell,
  due_date: OptionalDateCell,
} satisfies Record<FeedColumn, z.ZodType>);

function refuseCell(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

function faultOfIssue({ path, message }: z.core.$ZodIssue): Fault {
  const column = String(path[0]);
  return { column: isFeedColumn(column) ? column : "", message };
}

function feedRow(rowNumber: number, cells: z.infer<typeof FeedCells>): FeedRow {
  return {
    rowNumber,
    nhsNumber: cells.nhs_number,
    familyName: cells.family_name,
    givenNames: cells.given_names,
    dateOfBirth: cells.date_of_birth,
    localId: cells.local_id,
    kind: cells.plan_type,
    startOn: cells.start_date,
    endOn: cells.end_date,
    deletedOn: cells.delete_date,
    // A child's plan keeps the due date from before the birth in some systems; that must not hide the child.
    dueOn: cells.plan_type === "unborn" ? cells.due_date : null,
  };
}

function dateFaults(row: FeedRow, today: LondonDate): Fault[] {
  return [...personDateFaults(row, today), ...planDateFaults(row, today), ...dueDateFaults(row, today)];
}
