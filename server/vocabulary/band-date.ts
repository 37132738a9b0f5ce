/**
 * A date of birth as bands print it, as YYYY-MM-DD: 01-Jan-2020, 01/01/2020, 2020-01-01 or 20200101. Undefined for
 * everything else, and for days that do not exist: a wrong date of birth is worse than none.
 */
export function readBandDate(text: string): string | undefined {
  const bare = text.trim();
  const found = dayFirst.exec(bare) ?? yearFirst.exec(bare) ?? dayFirstInNumbers.exec(bare);
  if (found?.groups === undefined) return undefined;
  const { day = "", month = "", year = "" } = found.groups;
  const monthNumber = /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = `${year}-${String(monthNumber).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(date) ? date : undefined;
}

const dayFirst = /^(?<day>\d{1,2})[-\s/](?<month>[a-z]{3,9})[-\s/](?<year>(?:19|20)\d\d)$/i;
const yearFirst = /^(?<year>(?:19|20)\d\d)(?<sign>[-/]?)(?<month>\d\d)\k<sign>(?<day>\d\d)$/;
const dayFirstInNumbers = /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>(?:19|20)\d\d)$/;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
