import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { Team } from "@/server/domain/rota/own-team";
import { claimedDays } from "@/server/domain/rota/read-holders";
import { queueNotices, type Telling } from "@/server/domain/push/queue-notices";
import type { Gap } from "@/server/domain/reach/gaps";
import { channelsToTell } from "@/server/domain/reach/reachability";
import { readDevices } from "@/server/domain/reach/read-devices";
import type { ReachCheckSettings } from "@/server/domain/reach/reach-settings";
import { dutyDayOf } from "@/server/domain/reach/when-to-check";
import { PersonId } from "@/server/vocabulary/ids";
import type { NoticePurpose } from "@/server/vocabulary/notice-purpose";

/** Whoever reads it tomorrow reads it too late. */
const worthHours = 12;

/** How many were sent a notice of gaps that are new. */
export interface ToldOfGaps {
  readonly managersTold: number;
  readonly operatorsTold: number;
}

const nobodyTold: ToldOfGaps = { managersTold: 0, operatorsTold: 0 };

/**
 * Tells the managers of gaps of which they were not told this duty day, with one notice however many there are; where no
 * manager can be told, the service's operators; and people whom it concerns, by whatever may still reach them. What runs
 * twice tells once.
 */
export async function tellGaps(
  work: Work,
  { team, gaps }: { readonly team: Team; readonly gaps: readonly Gap[] },
  settings: ReachCheckSettings,
): Promise<ToldOfGaps> {
  const fresh = await takeUntold(work, team, { gaps, dutyDay: dutyDayOf(work.now, settings) });
  if (fresh.length === 0) return nobodyTold;

  const concerned = fresh.flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
  await tell(work, { people: concerned, purpose: "reach" }, settings);
  const managersTold = await tell(
    work,
    { people: await readManagers(work, team), purpose: "rota" },
    settings,
  );
  if (managersTold > 0) return { managersTold, operatorsTold: 0 };
  const operators = await readOperators(work);
  return { managersTold, operatorsTold: await tell(work, { people: operators, purpose: "rota" }, settings) };
}

async function takeUntold(
  { tx, now }: Work,
  { hostId }: Team,
  { gaps, dutyDay }: { readonly gaps: readonly Gap[]; readonly dutyDay: string },
): Promise<readonly Gap[]> {
  const names = gaps.flatMap(({ name, implies }) => [name, ...implies]);
  const rows: unknown = await tx.$queryRaw`
    insert into reach_telling (organisation_id, gap, duty_day, told_at)
    select distinct ${hostId}::uuid, told.gap, ${dutyDay}::date, ${now}::timestamptz
    from unnest(${names}::text[]) as told (gap) order by told.gap
    on conflict do nothing
    returning gap`;
  const taken = new Set(
    z
      .array(z.object({ gap: z.string() }))
      .parse(rows)
      .map(({ gap }) => gap),
  );
  return gaps.filter(({ name }) => taken.has(name));
}

interface ToTell {
  readonly people: readonly PersonId[];
  readonly purpose: NoticePurpose;
}

/** How many of them have any way to be told. */
async function tell(work: Work, { people, purpose }: ToTell, settings: ReachCheckSettings): Promise<number> {
  const endsAt = new Date(work.now.getTime() + worthHours * 3_600_000);
  const devices = await readDevices(work, people);
  const tellings = [...devices].flatMap(([personId, own]): Telling[] =>
    channelsToTell(own, settings, work.now).map((channel) => ({ personId, channel, purpose, endsAt })),
  );
  await queueNotices(work, null, tellings);
  return new Set(tellings.map(({ personId }) => personId)).size;
}

/** The managers of the authority that employs the team; where it has none, of those that it serves. */
async function readManagers({ tx, now }: Work, { teamId, hostId }: Team): Promise<readonly PersonId[]> {
  const rows: unknown = await tx.$queryRaw`
    select distinct person_id as "personId", organisation_id = ${hostId}::uuid as "isHosts" from role_assignment
    where role = 'authority-manager'
      and last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays}::int)
      and (organisation_id = ${hostId}::uuid
        or organisation_id in (select authority_id from duty_team_authority where duty_team_id = ${teamId}::uuid))
    order by 1`;
  const managers = z.array(z.object({ personId: PersonId, isHosts: z.boolean() })).parse(rows);
  const own = managers.filter(({ isHosts }) => isHosts);
  return [...new Set((own.length > 0 ? own : managers).map(({ personId }) => personId))];
}

async function readOperators({ tx, now }: Work): Promise<readonly PersonId[]> {
  const rows: unknown = await tx.$queryRaw`
    select distinct person_id as "personId"
    from role_assignment join organisation on organisation.id = organisation_id
    where role = 'operator' and organisation.kind = 'service'
      and last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays}::int)
    order by 1`;
  return z
    .array(z.object({ personId: PersonId }))
    .parse(rows)
    .map(({ personId }) => personId);
}
