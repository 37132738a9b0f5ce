import type { ReactElement } from "react";
import { inDays, inPercent } from "./quality-words";
import { QualityChart } from "./quality-chart";
import type { QualityMonth } from "@/server/domain/register/quality/read-trend";
import { dateFormat } from "@/server/vocabulary/date-format";

/** Twelve months as a picture, and the same figures as a table. */
export function QualityTrend({ months }: { readonly months: readonly QualityMonth[] }): ReactElement {
  return (
    <section aria-label="Month by month">
      <h2 className="nhsuk-heading-m">Month by month</h2>
      <QualityChart months={months} />
      <div className="figures-table" role="region" aria-label="Lists by month" tabIndex={0}>
        <table>
          <caption>Lists by month</caption>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th
                  key={heading}
                  scope="col"
                  className={heading === "Month" ? undefined : "figures-table__number"}
                >
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map((month) => (
              <MonthRow key={month.month} month={month} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const headings = [
  "Month",
  "Lists",
  "Agrees with demographics",
  "Could be loaded",
  "Skipped",
  "Faults found",
  "Faults fixed",
  "First shown to fixed",
];

function MonthRow({ month }: { readonly month: QualityMonth }): ReactElement {
  const { lists, matched, loaded, rows, gaps, opened, fixed, daysToFix } = month;
  const cells = [
    lists,
    inPercent(matched, rows),
    inPercent(loaded, rows),
    gaps,
    opened,
    fixed,
    inDays(daysToFix),
  ];
  return (
    <tr>
      <th scope="row">{monthInWords(month.month)}</th>
      {cells.map((cell, place) => (
        <td key={headings[place + 1]} className="figures-table__number">
          {cell}
        </td>
      ))}
    </tr>
  );
}

function monthInWords(month: string): string {
  return monthName(new Date(`${month}-15T12:00:00Z`));
}

const monthName = dateFormat({ timeZone: "UTC", month: "short", year: "numeric" });
