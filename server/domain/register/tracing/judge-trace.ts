import type { NamedPerson } from "@/server/domain/register/tracing/demographics-digest";
import { foldName } from "@/server/domain/register/tracing/fold-name";
import type { DemographicsAnswer, DemographicsPerson } from "@/server/vocabulary/demographics";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

export const disagreeingColumns = ["family_name", "given_names", "date_of_birth"] as const;
export type DisagreeingColumn = (typeof disagreeingColumns)[number];

export const traceAnswers = ["CPR01", "CPR02", "CPR03", "CPR05", "CPR06"] as const;

/** What a trace comes to, as it is kept. */
export interface Judgement {
  readonly rowAnswer: (typeof traceAnswers)[number];
  /** CPR03: what does not agree. */
  readonly disagreeing: readonly DisagreeingColumn[];
  /** CPR05: the new number. CPR03: the birth date with day and month the other way round, where that agrees. */
  readonly suggestion: string | null;
}

interface NumberedPerson extends NamedPerson {
  readonly nhsNumber: NhsNumber;
}

/**
 * Compares a row's person with what demographics answered for the number. Names agree if the family name is one that
 * the person has or had, and the first given name is any of theirs: the rule is Lantern's own, since a list may have
 * the maiden name or the name in use. The birth date must be the same. Undefined where nothing was learnt. Pure.
 */
export function judgeTrace(row: NumberedPerson, answer: DemographicsAnswer): Judgement | undefined {
  switch (answer.kind) {
    case "unavailable":
      return undefined;
    case "not-found":
      return { rowAnswer: "CPR01", disagreeing: [], suggestion: null };
    case "restricted":
      return { rowAnswer: "CPR02", disagreeing: [], suggestion: null };
    case "found":
      return judgePerson(row, answer.person);
  }
}

function judgePerson(row: NumberedPerson, person: DemographicsPerson): Judgement {
  const disagreeing = disagreeingColumns.filter((column) => !agrees[column](row, person));
  if (disagreeing.length > 0) {
    const swapped = dayAndMonthSwapped(row.dateOfBirth);
    const isSwapped = disagreeing.includes("date_of_birth") && swapped === person.dateOfBirth;
    return { rowAnswer: "CPR03", disagreeing, suggestion: (isSwapped ? swapped : undefined) ?? null };
  }
  const isSuperseded = person.nhsNumber !== row.nhsNumber;
  return {
    rowAnswer: isSuperseded ? "CPR05" : "CPR06",
    disagreeing: [],
    suggestion: isSuperseded ? person.nhsNumber : null,
  };
}

const agrees = {
  family_name: ({ familyName }, { names }) =>
    names.some((known) => foldName(known.familyName) === foldName(familyName)),
  given_names: ({ givenNames }, { names }) => {
    const [first = ""] = foldName(givenNames).split(" ");
    return names.some((known) => known.givenNames.some((name) => foldName(name).split(" ").includes(first)));
  },
  date_of_birth: ({ dateOfBirth }, person) => dateOfBirth === person.dateOfBirth,
} as const satisfies Record<DisagreeingColumn, (row: NumberedPerson, person: DemographicsPerson) => boolean>;

/** Undefined where that is no other date of the calendar. */
function dayAndMonthSwapped(date: LondonDate): LondonDate | undefined {
  const [year = "", month = "", day = ""] = date.split("-");
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : undefined;
}
