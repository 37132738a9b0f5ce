import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import { findHostedTeam } from "@/server/domain/rota/own-team";
import { addDays, londonDate, londonMinuteOfDay, type LondonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

export interface PatternEnd {
  readonly patternId: string;
  /** The last day on which the shift begins. */
  readonly lastOn: LondonDate;
}

const Found = z.object({
  teamId: z.uuid(),
  firstOn: z.iso.date(),
  lastOn: z.iso.date().nullable(),
  startsAtMinute: z.number(),
});

/**
 * Ends a pattern after a day; before its first day it never begins. What was worked stays: a shift that has begun today
 * is worked to its end. Refuses a day in the past, and a pattern that has ended already.
 */
export async function endShiftPattern(work: Work, { patternId, lastOn }: PatternEnd): Promise<RotaEdited> {
  const pattern = await findPattern(work, patternId);
  const { teamId, firstOn } = pattern;
  await findHostedTeam(work, teamId);
  const earliest = earliestEnd(work.now, pattern.startsAtMinute);
  if (pattern.lastOn !== null && pattern.lastOn < earliest) {
    throw new Refusal("conflict", "This pattern has ended already.");
  }
  if (lastOn < earliest) {
    throw new Refusal("invalid", "That day is in the past. Choose today or a later day.");
  }
  const last = lastOn < firstOn ? addDays(firstOn, -1) : lastOn;
  await work.tx.$executeRaw`
    update shift_pattern set last_on = ${last}::date where id = ${patternId}::uuid`;
  await recordAudit(work, {
    action: "rota:change",
    outcome: "done",
    detail: "pattern ended",
    concerns: patternId,
  });
  return rotaEdited(work, teamId);
}

async function findPattern({ tx }: Work, patternId: string): Promise<z.infer<typeof Found>> {
  const rows: unknown[] = await tx.$queryRaw`
    select duty_team_id as "teamId", first_on::text as "firstOn", last_on::text as "lastOn",
      starts_at_minute as "startsAtMinute"
    from shift_pattern where id = ${patternId}::uuid for update`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such pattern.");
  return Found.parse(rows[0]);
}

/** Today, or yesterday as long as today's shift has not begun. */
function earliestEnd(now: Date, startsAtMinute: number): LondonDate {
  return addDays(londonDate(now), londonMinuteOfDay(now) >= startsAtMinute ? 0 : -1);
}
