import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { z } from "zod";
import { insertRows, type Row } from "@/prisma/seed/owner-database";
import { isWorkingDay } from "@/server/domain/directory/working-day";
import { londonInstant, weekdayOf } from "@/server/vocabulary/london-instant";
import { addDays, londonDate, type LondonDate } from "@/server/vocabulary/london-time";

export interface ToCome {
  readonly teamId: string;
  /** First and second on call in office hours. */
  readonly pair: readonly [first: string, second: string];
  readonly managerId: string;
  /** Opening, closing and Friday's closing, in minutes since midnight. */
  readonly hours: readonly [opens: number, closes: number, fridayCloses: number];
  readonly now: Date;
}

const hour = 3_600_000;

/**
 * What a manager finds on the rota's page: in some days two people swap their places for a day, and later one is away,
 * and nobody is first on call.
 */
export function comingChanges({ teamId, pair: [first, second], managerId, hours, now }: ToCome): Row[] {
  const swapped = {
    ...shiftOn(workingDay(now, 3), hours),
    duty_team_id: teamId,
    kind: "swap",
    made_by_id: first,
  };
  const madeAt = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * hour);
  return [
    { ...swapped, person_id: first, rung: 1, cover_id: second, made_at: madeAt(30) },
    { ...swapped, person_id: second, rung: 2, cover_id: first, made_at: madeAt(30) },
    {
      ...shiftOn(workingDay(now, 9), hours),
      duty_team_id: teamId,
      kind: "absence",
      made_by_id: managerId,
      person_id: first,
      rung: null,
      cover_id: null,
      made_at: madeAt(5),
    },
  ];
}

function shiftOn(day: LondonDate, [opens, closes, fridayCloses]: ToCome["hours"]) {
  const ends = weekdayOf(day) === 5 ? fridayCloses : closes;
  return { starts_at: londonInstant(day, opens), ends_at: londonInstant(day, ends) };
}

/** The first day on which offices are staffed, so many days from now or later. */
function workingDay(now: Date, days: number): LondonDate {
  const day = addDays(londonDate(now), days);
  return isWorkingDay(londonInstant(day, 720)) ? day : workingDay(now, days + 1);
}

const Before = z.object({ teamId: z.string(), first: z.string(), second: z.string(), managerId: z.string() });
const Hours = z.tuple([z.number(), z.number(), z.number()]);

/** For a demo that is started again later: the same once more, if nothing is coming any more. */
export async function addComingChanges(client: Client, now: Date): Promise<void> {
  const { rows } = await client.query<Record<string, unknown>>(
    `select swap.duty_team_id as "teamId", swap.person_id as first, swap.cover_id as second,
       absence.made_by_id as "managerId", array[office_opens_at, office_closes_at, friday_closes_at] as hours
     from shift_change swap join shift_change absence on absence.duty_team_id = swap.duty_team_id
       and absence.person_id = swap.person_id and absence.kind = 'absence'
       join duty_team on duty_team.id = swap.duty_team_id
       join authority_contact on authority_id = host_organisation_id
     where swap.kind = 'swap' and swap.rung = 1
       and not exists (select 1 from shift_change coming where coming.duty_team_id = swap.duty_team_id
         and coming.starts_at > $1)
     order by swap.made_at, absence.made_at limit 1`,
    [now],
  );
  const [row] = rows;
  if (row === undefined) return;
  const { first, second, ...before } = Before.parse(row);
  const changes = comingChanges({ ...before, pair: [first, second], hours: Hours.parse(row["hours"]), now });
  await insertRows(client, [["shift_change", changes.map((change) => ({ id: randomUUID(), ...change }))]]);
}
