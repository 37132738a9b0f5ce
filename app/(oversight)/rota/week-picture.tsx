import type { ReactElement } from "react";
import { lanesOf } from "./lanes";
import type { NamedFault } from "@/server/domain/rota/find-rota-faults";
import type { NamedShift } from "@/server/domain/rota/name-shifts";
import type { WeekDay } from "@/server/domain/rota/show-rota";
import { shortDay } from "@/server/vocabulary/span-in-words";

interface WeekPictureProps {
  readonly days: readonly WeekDay[];
  readonly shifts: readonly NamedShift[];
  readonly gaps: readonly NamedFault[];
}

const laneHeight = 30;

/**
 * A week at a glance: a line a day, in it who is on call from midnight to midnight, first above second, gaps framed in
 * broken lines. Positions are shares of the day, so that it fits any width. The table beside it says the same.
 */
export function WeekPicture({ days, shifts, gaps }: WeekPictureProps): ReactElement {
  return (
    <div
      role="img"
      aria-label="Who is on call from Monday to Sunday, as a picture. The table after it says the same in words."
      className="week-picture"
    >
      <div className="week-picture__hours">
        <span>0:00</span>
        <span>6:00</span>
        <span>12:00</span>
        <span>18:00</span>
        <span>24:00</span>
      </div>
      {days.map((day) => (
        <DayLine key={day.date} day={day} shifts={shifts} gaps={gaps} />
      ))}
    </div>
  );
}

interface DayLineProps {
  readonly day: WeekDay;
  readonly shifts: readonly NamedShift[];
  readonly gaps: readonly NamedFault[];
}

function DayLine({ day, shifts, gaps }: DayLineProps): ReactElement {
  const lanes = lanesOf(day, shifts, gaps);
  return (
    <div className="week-picture__line">
      <div className="week-picture__day">
        {shortDay(day.startsAt)}
        {day.isBankHoliday && " · bank holiday"}
      </div>
      <svg width="100%" height={Math.max(1, lanes.length) * laneHeight} aria-hidden="true" focusable="false">
        {[25, 50, 75].map((share) => (
          <line
            key={share}
            x1={`${String(share)}%`}
            x2={`${String(share)}%`}
            y1="0"
            y2="100%"
            className="week-picture__grid"
          />
        ))}
        {lanes.map((bars, lane) =>
          bars.map(({ key, from, width, look, label }) => (
            <svg
              key={key}
              x={`${String(from)}%`}
              y={lane * laneHeight + 2}
              width={`${String(width)}%`}
              height={laneHeight - 4}
            >
              <rect x="1" y="1" width="100%" height="100%" rx="3" className={`week-picture__${look}`} />
              <text x="7" y="19" className={`week-picture__${look}-text`}>
                {label}
              </text>
            </svg>
          )),
        )}
      </svg>
    </div>
  );
}
