import type { ReactElement } from "react";
import { LiveLine } from "@/app/_ui/live-line";
import type { MyShifts } from "@/server/domain/rota/my-shifts";
import { formatTime } from "@/server/vocabulary/london-time";
import { rungInWords } from "@/server/vocabulary/rota";
import { shortDay, spanInWords } from "@/server/vocabulary/span-in-words";

interface OnCallNowProps {
  readonly shifts: MyShifts;
  readonly now: Date;
}

/** Whether one is on call at this moment, and if not, when next and who is instead. */
export function OnCallNow({ shifts: { mine, colleagues }, now }: OnCallNowProps): ReactElement {
  const on = mine.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  if (on !== undefined) {
    return (
      <LiveLine tone="done">
        You are {rungInWords(on.rung)} on call until {shortDay(on.endsAt)} {formatTime(on.endsAt)}.
      </LiveLine>
    );
  }
  const next = mine[0];
  const first = colleagues.find(
    ({ rung, startsAt, endsAt }) => rung === 1 && startsAt <= now && now < endsAt,
  );
  return (
    <>
      <p>
        <strong>You are not on call now.</strong>
        {next !== undefined && ` Your next shift is ${spanInWords(next)}.`}
      </p>
      {first !== undefined && (
        <p>
          First on call now: <strong>{first.name}</strong>, until {formatTime(first.endsAt)}.
        </p>
      )}
    </>
  );
}
