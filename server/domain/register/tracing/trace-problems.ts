import { rowKeyOf, type FeedRow, type RowProblem } from "@/server/domain/register/feed-file/feed-row";
import type { DisagreeingColumn, Judgement } from "@/server/domain/register/tracing/judge-trace";

/** What to tell the clerk about a row whose person was traced; nothing where all agrees. Pure. */
export function traceProblems(row: FeedRow, judgement: Judgement): RowProblem[] {
  const about = { rowNumber: row.rowNumber, rowAnswer: judgement.rowAnswer, rowKey: rowKeyOf(row) };
  const ofNumber = { ...about, column: "nhs_number" as const, value: row.nhsNumber };

  switch (judgement.rowAnswer) {
    case "CPR06":
      return [];
    case "CPR01":
      return [
        { ...ofNumber, message: "Demographics knows no such number. Trace the person and correct it." },
      ];
    case "CPR02":
      return [
        {
          ...ofNumber,
          message:
            "This is a sensitive record, which may not be shared. Nothing of it is in Lantern: agree with your safeguarding lead how health staff are told.",
        },
      ];
    case "CPR05":
      return [{ ...ofNumber, ...supersededBy(judgement.suggestion) }];
    case "CPR03":
      return judgement.disagreeing.map((column) => ({
        ...about,
        column,
        value: valueOf(row, column),
        message: disagreeingWords[column],
        ...(column === "date_of_birth" &&
          judgement.suggestion !== null && { suggestion: judgement.suggestion }),
      }));
  }
}

/** The plan is loaded, and found under either number: a number out of date is no reason to hide a child. */
function supersededBy(suggestion: string | null) {
  const message =
    "This number has been replaced by another. The plan is loaded all the same; write the new number from now on.";
  return { message, isLoaded: true, ...(suggestion !== null && { suggestion }) };
}

const disagreeingWords = {
  family_name: "Demographics has another family name for this number. Check the name and the number.",
  given_names: "Demographics has another given name for this number. Check the name and the number.",
  date_of_birth: "Demographics has another date of birth for this number. Check the date and the number.",
} as const satisfies Record<DisagreeingColumn, string>;

function valueOf(row: FeedRow, column: DisagreeingColumn): string {
  return { family_name: row.familyName, given_names: row.givenNames, date_of_birth: row.dateOfBirth }[column];
}
