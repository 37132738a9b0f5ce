import type { ReactElement } from "react";
import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { classNames } from "@/app/_ui/class-names";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { targetSeconds } from "@/server/vocabulary/alert-step";

interface WeekGridProps {
  readonly read: TimesRead;
  readonly title: string;
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The week as a grid: in each hour the median and how many alerts; ▲ where the median is over what is aimed at. */
export function WeekGrid({ read, title }: WeekGridProps): ReactElement {
  const byKey = new Map(read.groups.map((group) => [group.key, group]));
  const target = targetSeconds[read.request.step];
  return (
    <div className="figures-table week-grid" role="region" aria-label={title} tabIndex={0}>
      <table>
        <caption>
          {title}: median, and how many alerts.
          {target !== undefined && ` ▲ is over the ${formatDuration(target)} that are aimed at.`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Hour</th>
            {weekdays.map((day) => (
              <th key={day} scope="col" className="figures-table__number">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row">{`${String(hour).padStart(2, "0")}:00`}</th>
              {weekdays.map((day, index) => (
                <WeekCell key={day} group={byKey.get(String(index * 24 + hour))} target={target} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WeekCellProps {
  readonly group: TimesRead["groups"][number] | undefined;
  readonly target: number | undefined;
}

function WeekCell({ group, target }: WeekCellProps): ReactElement {
  if (group === undefined) return <td className="figures-table__number figures-table__nothing">–</td>;
  const { median, raised } = group;
  const isOver = median !== null && target !== undefined && median > target;
  return (
    <td className={classNames("figures-table__number", isOver && "week-grid__over")}>
      {isOver && "▲ "}
      {median === null ? "–" : formatDuration(median)}
      <br />
      <span className="week-grid__count">{raised === 1 ? "1 alert" : `${String(raised)} alerts`}</span>
    </td>
  );
}
