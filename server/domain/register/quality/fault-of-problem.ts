import { createHash } from "node:crypto";
import type { RegisterEntry } from "@/server/domain/register/compare-feed";
import { rowKeyOf, type RowProblem } from "@/server/domain/register/feed-file/feed-row";
import type { FaultCause } from "@/server/vocabulary/fault-cause";

/** A fault as it is kept from one list to the next. */
export interface ListedFault {
  /** The same fault tomorrow has the same, although its row may have moved. */
  readonly fingerprint: string;
  readonly cause: FaultCause;
  readonly rowAnswer: string;
  /** 0 where no row of the list is meant. */
  readonly rowNumber: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
  readonly suggestion: string | null;
}

/** What a problem of a list is, to be followed until it is fixed. Pure. */
export function faultOfProblem(problem: RowProblem): ListedFault {
  const { rowAnswer, rowNumber, column, value, message, suggestion = null, rowKey } = problem;
  const cause = causeOf(problem);
  return {
    fingerprint: fingerprintOf([cause, rowAnswer, column, rowKey.trim() === "" ? value : rowKey]),
    ...{ cause, rowAnswer, rowNumber, column, value, message, suggestion },
  };
}

/** A plan that the list leaves out. Pure. */
export function faultOfMissing(entry: RegisterEntry): ListedFault {
  return {
    fingerprint: fingerprintOf(["missing", rowKeyOf(entry), entry.kind, entry.startOn]),
    cause: "missing",
    rowAnswer: "CPR07",
    rowNumber: 0,
    column: "",
    value: entry.localId === "" ? entry.nhsNumber : entry.localId,
    message: "The plan is in the register and not in your list. It stays in force.",
    suggestion: null,
  };
}

/** Which group of the list of faults a problem belongs to. Pure. */
function causeOf({ rowAnswer, column, message }: RowProblem): FaultCause {
  if (rowAnswer === "CPR04") return "number";
  if (rowAnswer === "CPR05") return "superseded";
  if (rowAnswer === "CPR01" || rowAnswer === "CPR02" || rowAnswer === "CPR03") return "demographics";
  if (column.endsWith("_date") || column === "date_of_birth") return "dates";
  if (message.startsWith("The plan was changed in Lantern")) return "between-lists";
  return /^(The same plan|This NHS number has another name)/.test(message) ? "clash" : "other";
}

function fingerprintOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
