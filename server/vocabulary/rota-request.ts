import { z } from "zod";
import { PersonId } from "@/server/vocabulary/ids";
import { roles } from "@/server/vocabulary/permission";
import { bankHolidayRules, mostRungs } from "@/server/vocabulary/rota";

// What a rota may be asked, in words for the person in front of the form.

export const OneTeam = z.object({ teamId: z.uuid("Choose a team.") });

export const Rung = z
  .number("Choose a place on the ladder.")
  .int("Choose a place on the ladder.")
  .min(1, "Choose a place on the ladder.")
  .max(mostRungs, `A ladder has at most ${String(mostRungs)} rungs.`);

/** Rotas are neither history nor planned for the next generation. */
const earliest = new Date("2020-01-01T00:00:00Z");
const latest = new Date("2120-01-01T00:00:00Z");
const aDate = "Enter a date, such as 23/11/2026.";
const aTime = "Enter a date and a time, such as 23/11/2026 and 17:00.";

export const RotaInstant = z.date(aTime).min(earliest, aTime).max(latest, aTime);
export const RotaDate = z.iso
  .date(aDate)
  .refine((date) => date >= "2020-01-01" && date < "2120-01-01", aDate);

export const Span = z.object({ startsAt: RotaInstant, endsAt: RotaInstant });

/** A shift as the rota showed it. */
export const SeenShift = z.object({
  personId: z.uuid("Choose a shift.").pipe(PersonId),
  rung: Rung,
  ...Span.shape,
});

export const Somebody = z.uuid("Choose a person.").pipe(PersonId);

const minuteOfDay = z.number(aTime).int(aTime).min(0, aTime).max(1_439, aTime);
const weeks = "Choose every so many weeks, from 1 to 26.";

export const Pattern = OneTeam.extend({
  personId: z.uuid("Choose who is on call.").pipe(PersonId),
  rung: Rung,
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  everyWeeks: z.number(weeks).int(weeks).min(1, weeks).max(26, weeks),
  startsAtMinute: minuteOfDay,
  endsAtMinute: minuteOfDay,
  bankHolidays: z.enum(bankHolidayRules, "Choose what happens on bank holidays."),
  firstOn: RotaDate,
  lastOn: RotaDate.nullable(),
});

const wait = "Enter how many minutes each rung waits, from 1 to 120.";
const again = "Enter after how many minutes the ladder begins again, from 1 to 1440.";

export const Ladder = OneTeam.extend({
  waitMinutes: z.array(z.number(wait).int(wait).min(1, wait).max(120, wait)).min(1, wait).max(mostRungs),
  targets: z
    .array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("person"), rung: Rung, personId: PersonId }),
        z.object({ kind: z.literal("role"), rung: Rung, role: z.enum(roles) }),
        z.object({ kind: z.literal("team"), rung: Rung, targetTeamId: z.uuid() }),
      ]),
    )
    .max(40),
  againMinutes: z.number(again).int(again).min(1, again).max(1_440, again).nullable(),
});
