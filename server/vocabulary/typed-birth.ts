import { bornAtAge, type DateRange } from "@/server/vocabulary/age";
import type { LondonDate } from "@/server/vocabulary/london-time";

/** What was typed of when somebody was born: a date in three parts, or about how old they are. */
export interface TypedBirth {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly age: string;
}

export type ReadBirth =
  | { readonly ok: true; readonly born: DateRange }
  | {
      readonly ok: false;
      readonly problem: { readonly field: keyof TypedBirth; readonly message: string };
    };

const oldestYears = 120;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads a date of birth, or an age, which somebody guesses: a year on either side is searched too, of those who are 16
 * or more three years. Refuses what is missing, impossible or in the future, and a date beside an age.
 */
export function readTypedBirth(typed: TypedBirth, today: LondonDate): ReadBirth {
  const [day, month, year, age] = [tidy(typed.day), tidy(typed.month), tidy(typed.year), tidy(typed.age)];
  const hasDate = day !== "" || month !== "" || year !== "";
  if (hasDate && age !== "")
    return fault("age", "Take the age out: the date of birth says it. Or take the date out.");
  if (hasDate) return readDate({ day, month, year }, today);
  if (age !== "") return readAge(age, today);
  return fault("day", "Enter the date of birth. If you do not know it, enter about how old the child is.");
}

function tidy(text: string): string {
  return text.normalize("NFKC").trim();
}

function readDate({ day, month, year }: Omit<TypedBirth, "age">, today: LondonDate): ReadBirth {
  if (day === "") return fault("day", "The date of birth needs a day. Without one, enter the age instead.");
  if (month === "")
    return fault("month", "The date of birth needs a month. Without one, enter the age instead.");
  if (!/^\d{4}$/.test(year)) return fault("year", "Enter the year of birth with 4 digits, like 2019.");

  const date = `${year}-${monthNumber(month)}-${day.padStart(2, "0")}`;
  if (!isDay(date)) return fault("day", "There is no such day. Enter the date of birth like 27 3 2019.");
  if (date > today) return fault("year", "The date of birth is in the future. Check the year.");
  const { from } = bornAtAge(0, oldestYears, today);
  if (date < from)
    return fault("year", `That is more than ${String(oldestYears)} years ago. Check the year.`);
  return { ok: true, born: { from: date, to: date } };
}

function monthNumber(month: string): string {
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return (named === 0 ? month : String(named)).padStart(2, "0");
}

function isDay(date: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function readAge(age: string, today: LondonDate): ReadBirth {
  const years = /^\d{1,3}$/.test(age) ? Number(age) : Number.NaN;
  if (!(years <= oldestYears))
    return fault("age", "Enter the age as a whole number of years, like 7. For a baby, enter 0.");
  const margin = years < 16 ? 1 : 3;
  return { ok: true, born: bornAtAge(Math.max(0, years - margin), years + margin, today) };
}

function fault(field: keyof TypedBirth, message: string): ReadBirth {
  return { ok: false, problem: { field, message } };
}
