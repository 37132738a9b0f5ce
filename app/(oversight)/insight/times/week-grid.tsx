import type { ReactElement } from "react";
import { groupSlice } from "./group-slice";
import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { rowsAddress } from "@/app/(oversight)/insight/rows-address";
import { classNames } from "@/app/_ui/class-names";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { targetSeconds } from "@/server/vocabulary/alert-step";
import { weekdayNames } from "@/server/vocabulary/rows-cut";

interface WeekGridProps {
  readonly read: TimesRead;
  readonly title: string;
}

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
            {weekdayNames.map((day) => (
              <th key={day} scope="col" className="figures-table__number">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row">{clock(hour)}</th>
              {weekdayNames.map((day, index) => (
                <WeekCell
                  key={day}
                  read={read}
                  name={`${day} ${clock(hour)}`}
                  group={byKey.get(String(index * 24 + hour))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

interface WeekCellProps {
  readonly read: TimesRead;
  /** Of its day and hour. */
  readonly name: string;
  readonly group: TimesRead["groups"][number] | undefined;
}

/** The whole cell opens its alerts: two links of a line each are too little for a thumb. */
function WeekCell({ read, name, group }: WeekCellProps): ReactElement {
  if (group === undefined) return <td className="figures-table__number figures-table__nothing">–</td>;
  const { median, raised, key } = group;
  const target = targetSeconds[read.request.step];
  const isOver = median !== null && target !== undefined && median > target;
  const time = median === null ? "–" : formatDuration(median);
  const over = isOver ? ", over what is aimed at" : "";
  const alerts = raised === 1 ? "1 alert" : `${String(raised)} alerts`;
  return (
    <td className={classNames("figures-table__number", isOver && "week-grid__over")}>
      <a
        href={rowsAddress("raised", groupSlice(read, key))}
        aria-label={`${time}, ${alerts}, ${name}${over}`}
      >
        {isOver && "▲ "}
        {time}
        <br />
        <span className="week-grid__count">{alerts}</span>
      </a>
    </td>
  );
}
