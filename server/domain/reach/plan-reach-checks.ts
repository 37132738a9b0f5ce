import { z } from "zod";
import { queueJobs } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import type { ReachCheckSettings } from "@/server/domain/reach/reach-settings";
import { eveningDueAt, turnsOfShifts } from "@/server/domain/reach/when-to-check";
import { readRota } from "@/server/domain/rota/read-rota";
import { ReachCheckId } from "@/server/vocabulary/ids";
import { reachKey } from "@/server/vocabulary/job";
import type { ReachCheckReason } from "@/server/vocabulary/reach";

interface Planned {
  readonly teamId: string;
  readonly reason: ReachCheckReason;
  readonly dueAt: Date;
}

/** Plans every check of a rota that is due now, of teams that serve somebody; each once, however often it is run. */
export async function planReachChecks(work: Work, settings: ReachCheckSettings): Promise<void> {
  const teamIds = await readServingTeams(work);
  const reach = settings.beforeShiftMinutes * 60_000;
  const shifts = await readRota(work, {
    teamIds,
    from: new Date(work.now.getTime() - reach),
    to: new Date(work.now.getTime() + reach + 1),
  });
  const evening = eveningDueAt(work.now, settings);
  const checkIds = await writeNew(work, [
    ...(evening ? teamIds.map((teamId) => ({ teamId, reason: "evening" as const, dueAt: evening })) : []),
    ...turnsOfShifts(shifts, work.now, settings).map((turn) => ({ ...turn, reason: "shift" as const })),
  ]);
  await queueJobs(
    work,
    checkIds.map((reachCheckId) => ({
      job: { kind: "check-reach", reachCheckId } as const,
      dueAt: work.now,
      uniqueKey: reachKey(reachCheckId),
    })),
  );
}

async function readServingTeams({ tx }: Work): Promise<readonly string[]> {
  const rows: unknown = await tx.$queryRaw`
    select distinct duty_team_id as "teamId" from duty_team_authority order by 1`;
  return z
    .array(z.object({ teamId: z.uuid() }))
    .parse(rows)
    .map(({ teamId }) => teamId);
}

async function writeNew({ tx }: Work, planned: readonly Planned[]): Promise<ReachCheckId[]> {
  if (planned.length === 0) return [];
  const rows: unknown = await tx.$queryRaw`
    insert into reach_check (duty_team_id, reason, due_at)
    select * from unnest(
      ${planned.map(({ teamId }) => teamId)}::uuid[],
      ${planned.map(({ reason }) => reason)}::text[],
      ${planned.map(({ dueAt }) => dueAt)}::timestamptz[])
    on conflict (duty_team_id, reason, due_at) do nothing
    returning id`;
  return z
    .array(z.object({ id: ReachCheckId }))
    .parse(rows)
    .map(({ id }) => id);
}
