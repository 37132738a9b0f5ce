import { z } from "zod";
import type { Work } from "@/server/db/work";
import { calendarDigest } from "@/server/domain/rota/issue-calendar-link";
import { readRota } from "@/server/domain/rota/read-rota";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import { PersonId } from "@/server/vocabulary/ids";

/** One's own shift as a calendar shows it; nothing in it is about anybody else. */
export interface CalendarShift extends Pick<RotaShift, "rung" | "startsAt" | "endsAt"> {
  /** The same at every fetch, as long as the shift begins at the same time. */
  readonly uid: string;
  readonly teamName: string;
}

const daysAhead = 60;
const Owner = z.object({
  personId: PersonId,
  teams: z.array(z.object({ teamId: z.uuid(), name: z.string() })),
});

/**
 * The shifts of the next 60 days, with the one that is on, of whoever has the calendar of this secret. Undefined for a
 * secret that is unknown or revoked. For the service itself: a calendar program is nobody.
 */
export async function readCalendar(work: Work, secret: string): Promise<CalendarShift[] | undefined> {
  const rows: unknown[] = await work.tx.$queryRaw`
    select person_id as "personId",
      (select coalesce(json_agg(json_build_object('teamId', team.id, 'name', team.name)), '[]') from duty_team team
        where exists (select 1 from shift where duty_team_id = team.id and shift.person_id = link.person_id)
          or exists (select 1 from shift_pattern where duty_team_id = team.id and shift_pattern.person_id = link.person_id)
          or exists (select 1 from shift_change where duty_team_id = team.id and cover_id = link.person_id)) as teams
    from calendar_link link
    where digest = ${calendarDigest(secret)} and revoked_at is null`;
  if (rows.length === 0) return undefined;

  const { personId, teams } = Owner.parse(rows[0]);
  const names = new Map(teams.map(({ teamId, name }) => [teamId, name]));
  const to = new Date(work.now.getTime() + daysAhead * 86_400_000);
  const shifts = await readRota(work, { teamIds: [...names.keys()], from: work.now, to });
  return shifts
    .filter((shift) => shift.personId === personId)
    .map(({ rung, startsAt, endsAt, origin, teamId }) => ({
      uid: `${origin.id}-${String(rung)}-${startsAt.toISOString()}`,
      rung,
      startsAt,
      endsAt,
      teamName: names.get(teamId) ?? "",
    }));
}
