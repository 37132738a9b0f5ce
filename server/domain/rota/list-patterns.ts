import { z } from "zod";
import type { Work } from "@/server/db/work";
import { patternInWords } from "@/server/domain/rota/pattern-in-words";
import { PatternRow } from "@/server/domain/rota/rota-parts";
import { addDays, londonDate } from "@/server/vocabulary/london-time";

const Row = PatternRow.extend({ name: z.string() });
/** A pattern with whose it is and what it says in words. */
export type ListedPattern = Readonly<z.infer<typeof Row>> & { readonly words: string };

/** The patterns of a team that are not over, first rung first. */
export async function listPatterns({ tx, now }: Work, teamId: string): Promise<ListedPattern[]> {
  const yesterday = addDays(londonDate(now), -1);
  const rows: unknown = await tx.$queryRaw`
    select pattern.id as "patternId", duty_team_id as "teamId", person_id as "personId", rung, weekdays,
      every_weeks as "everyWeeks", starts_at_minute as "startsAtMinute", ends_at_minute as "endsAtMinute",
      bank_holidays as "bankHolidays", first_on::text as "firstOn", last_on::text as "lastOn", name
    from shift_pattern pattern join person on person.id = person_id
    where duty_team_id = ${teamId}::uuid and (last_on is null or last_on >= greatest(first_on, ${yesterday}::date))
    order by rung, name, first_on, pattern.id`;
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ ...row, words: patternInWords(row) }));
}
