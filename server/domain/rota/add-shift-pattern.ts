import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { checkStaff } from "@/server/domain/rota/check-staff";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import { findHostedTeam } from "@/server/domain/rota/own-team";
import type { ShiftPattern } from "@/server/domain/rota/shifts-of-patterns";
import { londonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * Adds a shift that comes again to the rota of a team of one's own authority. Refuses days in the past, a last day
 * before the first, a pattern without days, and people who are not on the team's staff.
 */
export async function addShiftPattern(
  work: Work,
  pattern: Omit<ShiftPattern, "patternId">,
): Promise<RotaEdited> {
  const team = await findHostedTeam(work, pattern.teamId);
  checkDays(pattern, londonDate(work.now));
  await checkStaff(work, team, [pattern.personId]);

  const concerns = await writePattern(work, pattern);
  await recordAudit(work, { action: "rota:change", outcome: "done", detail: "pattern added", concerns });
  return rotaEdited(work, pattern.teamId);
}

type Days = Pick<ShiftPattern, "weekdays" | "bankHolidays" | "firstOn" | "lastOn">;

function checkDays({ weekdays, bankHolidays, firstOn, lastOn }: Days, today: string): void {
  if (firstOn < today) throw new Refusal("invalid", "The first day is in the past. Begin today or later.");
  if (lastOn !== null && lastOn < firstOn) {
    throw new Refusal("invalid", "The last day is before the first day. Look at the two dates again.");
  }
  if (weekdays.length === 0 && bankHolidays !== "only") {
    throw new Refusal("invalid", "Choose at least one day of the week.");
  }
}

async function writePattern(
  { tx }: Work,
  { bankHolidays, ...pattern }: Omit<ShiftPattern, "patternId">,
): Promise<string> {
  const rows: unknown[] = await tx.$queryRaw`
    insert into shift_pattern (duty_team_id, person_id, rung, weekdays, every_weeks, starts_at_minute, ends_at_minute,
      bank_holidays, first_on, last_on)
    values (${pattern.teamId}::uuid, ${pattern.personId}::uuid, ${pattern.rung}, ${[...pattern.weekdays]}::int[],
      ${pattern.everyWeeks}, ${pattern.startsAtMinute}, ${pattern.endsAtMinute}, ${bankHolidays},
      ${pattern.firstOn}::date, ${pattern.lastOn}::date)
    returning id`;
  return z.object({ id: z.uuid() }).parse(rows[0]).id;
}
