import { z } from "zod";
import type { Work } from "@/server/db/work";
import { checkPeople } from "@/server/domain/reach/check-people";
import { gapsOfPeople, type Gap } from "@/server/domain/reach/gaps";
import { peopleOnRota } from "@/server/domain/reach/people-on-rota";
import type { ReachCheckSettings } from "@/server/domain/reach/reach-settings";
import { tellGaps } from "@/server/domain/reach/tell-gaps";
import { comingUntil } from "@/server/domain/reach/when-to-check";
import { findTeam } from "@/server/domain/rota/own-team";
import type { PersonId } from "@/server/vocabulary/ids";

/**
 * Looks at one person again, whose phone has just proven itself or said that it shows nothing any more: what is on record
 * of them is then true at once. Managers are told if that person is on call now or soon.
 */
export async function recheckReach(
  work: Work,
  personId: PersonId,
  settings: ReachCheckSettings,
): Promise<void> {
  for (const teamId of await teamsOf(work, personId)) {
    const coming = await peopleOnRota(work, { teamId, until: comingUntil(work.now) });
    const people = coming.filter((one) => one.personId === personId);
    const checked = await checkPeople(work, { teamId, people }, settings);
    const soon = new Date(work.now.getTime() + settings.beforeShiftMinutes * 60_000);
    const gaps = gapsOfPeople(checked.filter(({ startsAt }) => startsAt <= soon));
    if (gaps.length > 0) await tell(work, { teamId, gaps }, settings);
  }
}

interface Found {
  readonly teamId: string;
  readonly gaps: readonly Gap[];
}

/** Operators look at the newest check: what they are told of stands there too. */
async function tell(work: Work, { teamId, gaps }: Found, settings: ReachCheckSettings): Promise<void> {
  const { operatorsTold } = await tellGaps(work, { team: await findTeam(work, teamId), gaps }, settings);
  if (operatorsTold === 0) return;
  await work.tx.$executeRaw`
    update reach_check set operators_told = ${operatorsTold}::int, gaps = greatest(gaps, ${gaps.length}::int)
    where id = (select id from reach_check where duty_team_id = ${teamId}::uuid and done_at is not null
      order by done_at desc, id desc limit 1)`;
}

/** The teams on whose coming rota the person was found. */
async function teamsOf({ tx, now }: Work, personId: PersonId): Promise<readonly string[]> {
  const rows: unknown = await tx.$queryRaw`
    select distinct duty_team_id as "teamId" from reach_result
    where person_id = ${personId}::uuid and ends_at > ${now}::timestamptz order by 1`;
  return z
    .array(z.object({ teamId: z.uuid() }))
    .parse(rows)
    .map(({ teamId }) => teamId);
}
