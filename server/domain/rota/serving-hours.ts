import { joined, type Interval } from "@/server/domain/rota/interval";
import { teamAt, type Serving } from "@/server/domain/rota/serving-teams";
import { londonInstant } from "@/server/vocabulary/london-instant";
import { addDays, londonDate } from "@/server/vocabulary/london-time";

/** The time between the two instants in which a team is the one that some authority has. Pure. */
export function hoursOfTeam(teamId: string, authorities: readonly Serving[], window: Interval): Interval[] {
  return joined(authorities.flatMap((serving) => hoursOf(teamId, serving, window)));
}

function hoursOf(teamId: string, serving: Serving, window: Interval): Interval[] {
  // The only team there is has every hour: whether the office is open need not be asked.
  if (serving.teams.length === 1) return serving.teams[0]?.teamId === teamId ? [window] : [];
  const turns = [...turnsOf(serving, window), window.endsAt];
  return turns.flatMap((endsAt, place) => {
    const startsAt = turns[place - 1] ?? window.startsAt;
    return startsAt < endsAt && teamAt(serving, startsAt) === teamId ? [{ startsAt, endsAt }] : [];
  });
}

/** Every instant at which the office may open or close, in order. */
function turnsOf({ office }: Serving, { startsAt, endsAt }: Interval): Date[] {
  if (office === null) return [];
  const minutes = [office.officeOpensAt, office.officeClosesAt, office.fridayClosesAt];
  const turns: Date[] = [];
  for (let day = londonDate(startsAt); day <= londonDate(endsAt); day = addDays(day, 1)) {
    turns.push(...minutes.map((minute) => londonInstant(day, minute)));
  }
  return turns
    .filter((turn) => startsAt < turn && turn < endsAt)
    .toSorted((one, other) => one.getTime() - other.getTime());
}
