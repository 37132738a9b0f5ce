import { z } from "zod";
import type { Work } from "@/server/db/work";
import { checkPeople } from "@/server/domain/reach/check-people";
import { gapsOfPeople, gapsOfRota, type Gap } from "@/server/domain/reach/gaps";
import { peopleOnRota } from "@/server/domain/reach/people-on-rota";
import type { ReachCheckSettings } from "@/server/domain/reach/reach-settings";
import { tellGaps } from "@/server/domain/reach/tell-gaps";
import { comingUntil, gapsUntil } from "@/server/domain/reach/when-to-check";
import { findRotaFaults } from "@/server/domain/rota/find-rota-faults";
import { findTeam } from "@/server/domain/rota/own-team";
import type { ReachCheckId } from "@/server/vocabulary/ids";
import { reachCheckReasons } from "@/server/vocabulary/reach";

const Check = z.object({
  teamId: z.uuid(),
  reason: z.enum(reachCheckReasons),
  dueAt: z.date(),
});
type Check = z.infer<typeof Check>;

/**
 * Does a check that was planned or asked for: looks at everybody on the coming rota without disturbing them, puts on
 * record what it finds, and tells managers of what is new. Done once, however often it is run. A manager who asked looks
 * at the answer; then nobody is told.
 */
export async function checkReach(
  work: Work,
  reachCheckId: ReachCheckId,
  settings: ReachCheckSettings,
): Promise<void> {
  const check = await takeOpen(work, reachCheckId);
  if (check === undefined) return;

  const { teamId, reason } = check;
  const until = soonOf(check, work.now, settings) ?? comingUntil(work.now);
  const people = await peopleOnRota(work, { teamId, until });
  const checked = await checkPeople(work, { teamId, people }, settings);
  const gaps = [...gapsOfPeople(checked), ...(await findGapsOfRota(work, check, settings))];
  const team = await findTeam(work, teamId);
  const told = reason === "asked" ? {} : await tellGaps(work, { team, gaps }, settings);
  await work.tx.reachCheck.updateMany({
    where: { id: reachCheckId },
    data: { doneAt: work.now, gaps: gaps.length, ...told },
  });
}

async function takeOpen({ tx }: Work, reachCheckId: ReachCheckId): Promise<Check | undefined> {
  const rows: unknown[] = await tx.$queryRaw`
    select duty_team_id as "teamId", reason, due_at as "dueAt" from reach_check
    where id = ${reachCheckId}::uuid and done_at is null for update`;
  return Check.optional().parse(rows[0]);
}

const minuteMilliseconds = 60_000;

/** Before a shift only what comes within its hour is looked at: at night nobody is woken for tomorrow. */
function soonOf({ reason, dueAt }: Check, now: Date, settings: ReachCheckSettings): Date | undefined {
  if (reason !== "shift") return undefined;
  const turn = dueAt.getTime() + settings.beforeShiftMinutes * minuteMilliseconds;
  return new Date(Math.max(turn, now.getTime()) + minuteMilliseconds);
}

async function findGapsOfRota(work: Work, check: Check, settings: ReachCheckSettings): Promise<Gap[]> {
  const { teamId } = check;
  const faults = await findRotaFaults(work, { teamId, from: work.now, to: gapsUntil(work.now, settings) });
  const soon = soonOf(check, work.now, settings);
  return gapsOfRota(
    teamId,
    faults.filter(({ startsAt }) => soon === undefined || startsAt < soon),
  );
}
