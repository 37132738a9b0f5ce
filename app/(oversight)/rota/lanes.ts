import type { NamedFault } from "@/server/domain/rota/find-rota-faults";
import type { NamedShift } from "@/server/domain/rota/name-shifts";
import type { WeekDay } from "@/server/domain/rota/show-rota";

export interface Bar {
  readonly key: string;
  /** Where it begins and how long it is, in hundredths of the day. */
  readonly from: number;
  readonly width: number;
  readonly look: "first" | "later" | "gap";
  readonly label: string;
}

interface Piece {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly rung: number;
  readonly look: Bar["look"];
  readonly label: string;
}

/** What a day shows, in lanes from the first rung down; two people on one rung at a time are in two lanes. Pure. */
export function lanesOf(
  day: WeekDay,
  shifts: readonly NamedShift[],
  gaps: readonly NamedFault[],
): readonly (readonly Bar[])[] {
  const pieces = [...shifts.map(pieceOfShift), ...gaps.map(pieceOfGap)]
    .filter(({ startsAt, endsAt }) => startsAt < day.endsAt && day.startsAt < endsAt)
    .toSorted((one, other) => one.rung - other.rung || one.startsAt.getTime() - other.startsAt.getTime());

  const lanes: Piece[][] = [];
  for (const piece of pieces) {
    const lane = lanes.find((others) => {
      const last = others.at(-1);
      return last?.rung === piece.rung && last.endsAt <= piece.startsAt;
    });
    if (lane) lane.push(piece);
    else lanes.push([piece]);
  }
  return lanes.map((lane) => lane.map((piece) => barOf(piece, day)));
}

function pieceOfShift({ startsAt, endsAt, rung, name }: NamedShift): Piece {
  return { startsAt, endsAt, rung, look: rung === 1 ? "first" : "later", label: name };
}

function pieceOfGap({ startsAt, endsAt }: NamedFault): Piece {
  return { startsAt, endsAt, rung: 1, look: "gap", label: "Nobody" };
}

function barOf({ startsAt, endsAt, rung, look, label }: Piece, day: WeekDay): Bar {
  const from = shareOf(startsAt, day);
  const key = [rung, look, label, startsAt.toISOString()].join(" ");
  return { key, from, width: shareOf(endsAt, day) - from, look, label };
}

/** An hour is a little more or less of a day on which the clocks change. */
function shareOf(instant: Date, { startsAt, endsAt }: WeekDay): number {
  const share = (instant.getTime() - startsAt.getTime()) / (endsAt.getTime() - startsAt.getTime());
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}
