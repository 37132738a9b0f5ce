import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { NamedFault } from "@/server/domain/rota/find-rota-faults";
import type { NamedShift } from "@/server/domain/rota/name-shifts";
import type { WeekDay } from "@/server/domain/rota/show-rota";
import { formatTime, londonDate } from "@/server/vocabulary/london-time";
import { rungInWords } from "@/server/vocabulary/rota";
import { shortDay } from "@/server/vocabulary/span-in-words";

interface WeekTableProps {
  readonly days: readonly WeekDay[];
  readonly shifts: readonly NamedShift[];
  readonly gaps: readonly NamedFault[];
}

/** The same as the picture, a row a day and a column a place on the ladder; a night stands on the day it begins. */
export function WeekTable({ days, shifts, gaps }: WeekTableProps): ReactElement {
  const lastRung = Math.max(1, ...shifts.map(({ rung }) => rung));
  const rungs = Array.from({ length: lastRung }, (_, place) => place + 1);
  return (
    <DataTable
      caption="Who is on call"
      columns={[dayColumn, ...rungs.map((rung) => rungColumn(rung, { days, shifts, gaps }))]}
      rows={days}
      rowKey={({ date }) => date}
    />
  );
}

const dayColumn: Column<WeekDay> = {
  key: "day",
  heading: "Day",
  cell: ({ startsAt, isBankHoliday }) => (
    <strong>
      {shortDay(startsAt)}
      {isBankHoliday && ", bank holiday"}
    </strong>
  ),
};

function rungColumn(rung: number, { days, shifts, gaps }: WeekTableProps): Column<WeekDay> {
  const words = rungInWords(rung);
  const [firstDay] = days;
  return {
    key: String(rung),
    heading: `${words.charAt(0).toUpperCase()}${words.slice(1)} on call`,
    cell: (day) => {
      const isOfDay = (span: { readonly startsAt: Date; readonly endsAt: Date }) =>
        londonDate(span.startsAt) === day.date ||
        (day === firstDay && span.startsAt < day.startsAt && day.startsAt < span.endsAt);
      const own = shifts.filter((shift) => shift.rung === rung && isOfDay(shift));
      const empty = rung === 1 ? gaps.filter(isOfDay) : [];
      return <Entries shifts={own} gaps={empty} />;
    },
  };
}

function Entries({ shifts, gaps }: Pick<WeekTableProps, "shifts" | "gaps">): ReactElement {
  if (shifts.length + gaps.length === 0) return <>–</>;
  return (
    <ul className="week-entries">
      {gaps.map((gap) => (
        <li key={gap.startsAt.toISOString()} className="week-entries__gap">
          {timesOf(gap)} <strong>Nobody</strong>
        </li>
      ))}
      {shifts.map((shift) => (
        <li key={`${shift.personId} ${shift.startsAt.toISOString()}`}>
          {timesOf(shift)} <strong>{shift.name}</strong>
          {shift.origin.kind !== "pattern" && <span className="week-entries__why"> ({shift.words})</span>}
        </li>
      ))}
    </ul>
  );
}

function timesOf({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): string {
  const isLong = endsAt.getTime() - startsAt.getTime() >= 86_400_000;
  return `${formatTime(startsAt)} to ${isLong ? `${shortDay(endsAt)} ` : ""}${formatTime(endsAt)}`;
}
